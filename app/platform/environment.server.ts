import { join, resolve } from "node:path";
import { z } from "zod";
import { StartFailure } from "./database/failure.ts";
import { readSecrets } from "./database/secret-file.ts";

const postgresUrl = z.string().refine((text) => /^postgres(ql)?:\/\/\S+/.test(text));
const origin = z
  .string()
  .refine((text) => /^https?:$/.test(parsed(text)?.protocol ?? "") && parsed(text)?.origin === text);
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65_535);
const number = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);
/** Asked in the clear only on this machine itself: what stands in for a service in a test. */
const serviceAddress = z.string().refine((text) => {
  const url = parsed(text);
  const isHere = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url?.hostname ?? "");
  return url?.origin === text && (url.protocol === "https:" || (url.protocol === "http:" && isHere));
});
const yesOrNo = z.enum(["0", "1"]).transform((text) => text === "1");

/** Each setting, and what it should be in words: the message of a wrong one is its name and these words. */
const SETTINGS = {
  DATABASE_URL: [
    postgresUrl.optional(),
    "the application role's address, such as postgresql://common_ground_app:…@host:5432/common_ground",
  ],
  DATABASE_OWNER_URL: [
    postgresUrl.optional(),
    "the owner role's address, such as postgresql://common_ground_owner:…@host:5432/common_ground",
  ],
  DATA_DIR: [z.string().default(".data"), "a folder"],
  PORT: [port.default(3000), "a number from 0 to 65535"],
  HOST: [
    z
      .string()
      .regex(/^[\w.:-]+$/)
      .default("127.0.0.1"),
    "an address or name of this machine, such as 127.0.0.1 or 0.0.0.0",
  ],
  APP_ORIGIN: [
    origin.optional(),
    "where people reach this, without a path, such as https://common-ground.example",
  ],
  SMTP_URL: [
    z
      .string()
      .regex(/^smtps?:\/\/\S+/)
      .optional(),
    "a mail server's address, such as smtps://user:password@host:465",
  ],
  SESSION_SECRET: [z.string().min(32).optional(), "at least 32 characters that nobody can guess"],
  DEMO: [yesOrNo.optional(), "1 (load the demonstration into an empty database) or 0 (start empty)"],
  OUTSIDE_SERVICES: [
    yesOrNo.default(true),
    "1 (ask GOV.UK, postcodes.io and Democracy Club) or 0 (ask nobody outside)",
  ],
  GOV_UK_URL: [
    serviceAddress.default("https://www.gov.uk"),
    "where bank holidays are asked, without a path, such as https://www.gov.uk",
  ],
  POSTCODES_URL: [
    serviceAddress.default("https://api.postcodes.io"),
    "where postcodes are asked, without a path, such as https://api.postcodes.io",
  ],
  DEMOCRACY_CLUB_URL: [
    serviceAddress.optional(),
    "where elections are asked, without a path, such as https://elections.democracyclub.org.uk",
  ],
  DEMOCRACY_CLUB_KEY: [
    z
      .string()
      .regex(/^[\w-]{8,200}$/)
      .optional(),
    "the key Democracy Club gave you: letters, figures, _ and -",
  ],
  METRICS_PORT: [port.optional(), "a number from 0 to 65535, another than PORT"],
  OPERATOR_NAME: [z.string().max(200).optional(), "who runs this place, in at most 200 letters"],
  OPERATOR_EMAIL: [z.email().optional(), "the e-mail address to write to about this place"],
  BACKUP_DIR: [z.string().optional(), "a folder, better on another disk than the data"],
  BACKUP_HOURS: [number.default(24), "a number of hours from 1 to 9999, or 0 for no backups by itself"],
  BACKUP_KEEP: [number.default(14).refine((count) => count > 0), "how many backups are kept, from 1 to 9999"],
  LOG_LEVEL: [
    z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    "debug, info, warn, error or silent",
  ],
  NODE_ENV: [z.enum(["development", "production", "test"]).optional(), "development, production or test"],
} as const;

const Schema = z.object({
  DATABASE_URL: SETTINGS.DATABASE_URL[0],
  DATABASE_OWNER_URL: SETTINGS.DATABASE_OWNER_URL[0],
  DATA_DIR: SETTINGS.DATA_DIR[0],
  PORT: SETTINGS.PORT[0],
  HOST: SETTINGS.HOST[0],
  APP_ORIGIN: SETTINGS.APP_ORIGIN[0],
  SMTP_URL: SETTINGS.SMTP_URL[0],
  SESSION_SECRET: SETTINGS.SESSION_SECRET[0],
  DEMO: SETTINGS.DEMO[0],
  OUTSIDE_SERVICES: SETTINGS.OUTSIDE_SERVICES[0],
  GOV_UK_URL: SETTINGS.GOV_UK_URL[0],
  POSTCODES_URL: SETTINGS.POSTCODES_URL[0],
  DEMOCRACY_CLUB_URL: SETTINGS.DEMOCRACY_CLUB_URL[0],
  DEMOCRACY_CLUB_KEY: SETTINGS.DEMOCRACY_CLUB_KEY[0],
  METRICS_PORT: SETTINGS.METRICS_PORT[0],
  OPERATOR_NAME: SETTINGS.OPERATOR_NAME[0],
  OPERATOR_EMAIL: SETTINGS.OPERATOR_EMAIL[0],
  BACKUP_DIR: SETTINGS.BACKUP_DIR[0],
  BACKUP_HOURS: SETTINGS.BACKUP_HOURS[0],
  BACKUP_KEEP: SETTINGS.BACKUP_KEEP[0],
  LOG_LEVEL: SETTINGS.LOG_LEVEL[0],
  NODE_ENV: SETTINGS.NODE_ENV[0],
});

/** The settings of this installation, checked. */
export type Environment = z.infer<typeof Schema> & { BACKUP_DIR: string };

/** Checks the environment; an empty value counts as none. Throws one line a wrong setting, never its value. */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const given = Object.entries(variables).filter(([name, value]) => name in SETTINGS && value?.trim());
  const result = Schema.safeParse(Object.fromEntries(given));
  const wrong = new Set(result.error?.issues.map((issue) => String(issue.path[0])));
  const lines = Object.entries(SETTINGS)
    .filter(([name]) => wrong.has(name))
    .map(([name, [, words]]) => `${name} should be ${words}.`);
  if (result.success && result.data.DATABASE_OWNER_URL && !result.data.DATABASE_URL)
    lines.push(`DATABASE_URL should be ${SETTINGS.DATABASE_URL[1]}, as DATABASE_OWNER_URL is set.`);
  if (!result.success || lines.length > 0) throw new StartFailure(lines.join("\n"));
  const DATA_DIR = resolve(result.data.DATA_DIR);
  return {
    ...result.data,
    DATA_DIR,
    BACKUP_DIR: resolve(result.data.BACKUP_DIR ?? join(DATA_DIR, "backups")),
  };
}

let environment: Environment | undefined;

/** The settings of this process, read once. */
export function getEnvironment(): Environment {
  environment ??= readEnvironment();
  return environment;
}

/** What sessions are signed with: SESSION_SECRET, or one made up for this installation and kept in DATA_DIR. */
export function getSessionSecret(): string {
  const { SESSION_SECRET, DATA_DIR } = getEnvironment();
  return SESSION_SECRET ?? readSecrets(DATA_DIR).sessionSecret;
}

function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
