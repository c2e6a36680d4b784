import { describe, expect, it } from "vitest";
import { readEnvironment } from "./environment.server.ts";

describe("readEnvironment", () => {
  it("needs nothing", () => {
    expect(readEnvironment({})).toEqual({
      DATA_DIR: `${process.cwd()}/.data`,
      PORT: 3000,
      HOST: "127.0.0.1",
      BACKUP_DIR: `${process.cwd()}/.data/backups`,
      BACKUP_HOURS: 24,
      BACKUP_KEEP: 14,
      OUTSIDE_SERVICES: true,
      GOV_UK_URL: "https://www.gov.uk",
      POSTCODES_URL: "https://api.postcodes.io",
      LOG_LEVEL: "info",
    });
  });

  it.each([
    ["PORT", "8080", 8080],
    ["PORT", " ", 3000],
    ["DEMO", "0", false],
    ["DEMO", "1", true],
    ["DEMO", "", undefined],
    ["DATABASE_URL", "postgresql://app:x@localhost/cg", "postgresql://app:x@localhost/cg"],
    ["APP_ORIGIN", "https://cg.example", "https://cg.example"],
    ["APP_ORIGIN", "http://localhost:4000", "http://localhost:4000"],
    ["SMTP_URL", "smtp://127.0.0.1:2525", "smtp://127.0.0.1:2525"],
    ["HOST", "::1", "::1"],
    ["OUTSIDE_SERVICES", "0", false],
    ["GOV_UK_URL", "https://mirror.example", "https://mirror.example"],
    ["POSTCODES_URL", "http://127.0.0.1:8000", "http://127.0.0.1:8000"],
    ["DEMOCRACY_CLUB_KEY", "0123456789abcdef", "0123456789abcdef"],
    ["METRICS_PORT", "9464", 9464],
    ["OPERATOR_NAME", "Oakfield Trust", "Oakfield Trust"],
    ["OPERATOR_EMAIL", "hello@trust.example", "hello@trust.example"],
    ["BACKUP_DIR", "/backups", "/backups"],
    ["BACKUP_HOURS", "0", 0],
  ] as const)("takes %s=%j", (name, value, expected) => {
    expect(readEnvironment({ [name]: value })[name]).toEqual(expected);
  });

  it.each([
    ["PORT", "http", "PORT should be a number from 0 to 65535."],
    ["PORT", "70000", "PORT should be a number from 0 to 65535."],
    ["DATABASE_URL", "mysql://root@localhost/cg", "DATABASE_URL should be the application role's address"],
    ["DATABASE_OWNER_URL", "localhost", "DATABASE_OWNER_URL should be the owner role's address"],
    [
      "DATABASE_OWNER_URL",
      "postgresql://o:x@localhost/cg",
      "DATABASE_URL should be the application role's address",
    ],
    ["APP_ORIGIN", "https://cg.example/", "APP_ORIGIN should be where people reach this, without a path"],
    ["APP_ORIGIN", "cg.example", "APP_ORIGIN should be"],
    ["SMTP_URL", "mail.example:25", "SMTP_URL should be a mail server's address"],
    ["SESSION_SECRET", "short", "SESSION_SECRET should be at least 32 characters"],
    ["DEMO", "yes", "DEMO should be 1"],
    ["LOG_LEVEL", "loud", "LOG_LEVEL should be debug, info, warn, error or silent."],
    ["NODE_ENV", "prod", "NODE_ENV should be development, production or test."],
    ["HOST", "a b", "HOST should be an address"],
    ["GOV_UK_URL", "http://www.gov.uk", "GOV_UK_URL should be where bank holidays are asked"],
    ["POSTCODES_URL", "https://api.postcodes.io/v2", "POSTCODES_URL should be where postcodes are asked"],
    ["DEMOCRACY_CLUB_URL", "http://10.0.0.1", "DEMOCRACY_CLUB_URL should be where elections are asked"],
    ["DEMOCRACY_CLUB_KEY", "two words", "DEMOCRACY_CLUB_KEY should be the key Democracy Club gave you"],
    ["OPERATOR_EMAIL", "hello at trust", "OPERATOR_EMAIL should be the e-mail address"],
    ["BACKUP_HOURS", "daily", "BACKUP_HOURS should be a number of hours"],
    ["BACKUP_KEEP", "0", "BACKUP_KEEP should be how many backups are kept"],
    ["OUTSIDE_SERVICES", "no", "OUTSIDE_SERVICES should be 1"],
  ])("refuses %s=%j by its name and what it should be", (name, value, message) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(message);
  });

  it("never repeats a value, and tells every wrong setting at once", () => {
    const wrong = { SESSION_SECRET: "hunter2", PORT: "x" };
    expect(() => readEnvironment(wrong)).toThrow(/^PORT should be [^\n]*\nSESSION_SECRET should be [^\n]*$/);
    expect(() => readEnvironment(wrong)).not.toThrow(/hunter2/);
  });
});
