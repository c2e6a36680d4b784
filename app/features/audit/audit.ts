/** By which way something came. */
export type Way = "page" | "program" | "link" | "job" | "import" | "signing-in";

export const WAY_WORDS: Record<Way, string> = {
  page: "A page",
  program: "A program, by a token",
  link: "A link without an account",
  job: "The tracker itself",
  import: "An import",
  "signing-in": "Signing in",
};

/** By which way an entry came, by its principal and what called it. */
export function wayOf(entry: { principal: string; command: string; via: string | null }): Way {
  if ((entry.via ?? entry.command).startsWith("imports.")) return "import";
  const [kind] = entry.principal.split(":", 1);
  if (kind === "user") return "page";
  if (kind === "token") return "program";
  if (kind === "link") return "link";
  return kind === "auth" ? "signing-in" : "job";
}

/** What can be asked of the log of an area. */
export const AREA_WHATS = {
  written: "What was written",
  denied: "What was refused",
  exported: "What was downloaded",
  opened: "What the programme opened",
} as const;

/** What can be asked of the log of the whole place. */
export const ADMIN_WHATS = {
  accounts: "Accounts and roles",
  "signed-in": "Signing in and out",
  denied: "What was refused",
  exported: "What was downloaded",
  organisations: "Organisations",
  areas: "Areas",
  imports: "Imports",
  studies: "Studies and their members",
  opened: "Break-glass",
} as const;

export type What = keyof typeof AREA_WHATS | keyof typeof ADMIN_WHATS;

type CommandFilter = { startsWith?: string; in?: string[]; not?: { startsWith: string } };

export const SIGN_INS = [
  "identity.signed-in",
  "identity.signed-out",
  "identity.sign-in-failed",
  "identity.second-step-failed",
  "identity.sessions-ended",
];

/** Which entries are meant, by their commands: any of these. */
export const COMMANDS_OF: Record<What, readonly CommandFilter[]> = {
  written: [{ not: { startsWith: "access." } }],
  denied: [{ in: ["access.refused"] }],
  exported: [{ in: ["access.exported"] }],
  opened: [{ in: ["access.opened"] }, { startsWith: "break-glass." }],
  accounts: [{ startsWith: "identity." }],
  "signed-in": [{ in: SIGN_INS }],
  organisations: [{ startsWith: "organisations." }],
  areas: [{ startsWith: "areas." }],
  imports: [{ startsWith: "imports." }],
  studies: [{ startsWith: "studies." }],
};

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** What the log says of what no command did, to follow a name. */
const SAID: Readonly<Record<string, (data: Record<string, unknown>) => string>> = {
  "access.refused": (data) => `was refused: ${text(data.path) || text(data.command)}`,
  "access.exported": (data) => `downloaded ${text(data.path)}`,
  "retention.applied": ({ rows, rule }) =>
    `let ${Number(rows)} lines go that were kept long enough (“${text(rule)}”)`,
  "retention.run": ({ rows }) => `went through what is kept, and let ${Number(rows)} lines go`,
  "studies.ended": ({ title }) => `ended the study “${text(title)}”: its last day was over`,
  "access.opened": (data) => `opened ${text(data.path)} by break-glass`,
  "identity.signed-in": (data) => `signed in (${text(data.way) || "password"})`,
  "identity.signed-out": () => "signed out",
  "identity.sign-in-failed": () => "tried to sign in and did not get in",
  "identity.second-step-failed": () => "gave a wrong code at the second step",
  "identity.sessions-ended": () => "ended other sign-ins of theirs",
  "identity.password-changed": () => "changed their password",
  "identity.authenticator-set-up": () => "set up an authenticator app",
  "identity.authenticator-taken-off": () => "took their authenticator app off",
  "identity.recovery-codes-made": () => "made new recovery codes",
  "identity.passkey-added": () => "added a passkey",
  "identity.passkey-renamed": () => "renamed a passkey",
  "identity.passkey-removed": () => "took a passkey off",
};

/** The same where it is no command's to say; null: it is a command's. */
export function sayAccess(command: string, data: unknown): string | null {
  const fields = typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
  return SAID[command]?.(fields) ?? null;
}
