/** What the application reads from its environment: a run must not depend on what a developer has set. */
const ofTheApplication = [
  "APP_ORIGIN",
  "DATABASE_OWNER_URL",
  "DATABASE_URL",
  "DATA_DIR",
  "DEMO",
  "DEMOCRACY_CLUB_KEY",
  "DEMOCRACY_CLUB_URL",
  "GOV_UK_URL",
  "HOST",
  "NODE_ENV",
  "OUTSIDE_SERVICES",
  "PORT",
  "POSTCODES_URL",
  "SESSION_SECRET",
  "SMTP_URL",
];

/** The environment of every step: this one, without the application's settings and with CI set. */
export function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !ofTheApplication.includes(entry[0]),
  );
  return { ...Object.fromEntries(entries), CI: "true" };
}
