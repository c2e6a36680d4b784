import type { EventData } from "~/platform/command.server";

type Worded = { id: string; says: (data: EventData) => string };

// Every file of commands, without a list to forget: a command that exists is worded here.
const files = import.meta.glob<Record<string, unknown>>(
  ["../features/**/*.commands.server.ts", "./*.commands.server.ts"],
  { eager: true },
);

let words: Map<string, Worded["says"]> | null = null;

/** Each command's wording by its id. Throws where two commands share an id. */
export function commandWords(): ReadonlyMap<string, Worded["says"]> {
  if (words) return words;
  const found = new Map<string, Worded["says"]>();
  for (const command of Object.values(files).flatMap((file) => Object.values(file).filter(isWorded))) {
    if (found.has(command.id)) throw new Error(`two commands are called ${command.id}`);
    found.set(command.id, command.says);
  }
  words = found;
  return found;
}

/** What an event says was done, to follow a name: "replied to the promise …". */
export function sayEvent(command: string, data: unknown): string {
  const says = commandWords().get(command);
  if (!says) return "changed something";
  return says(typeof data === "object" && data !== null ? (data as EventData) : {});
}

function isWorded(value: unknown): value is Worded {
  return typeof value === "object" && value !== null && "id" in value && "says" in value;
}
