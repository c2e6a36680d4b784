import type { SignedIn } from "~/composition/execution.server";
import { importMeetings } from "~/composition/import-meetings.commands.server";
import { importContacts } from "~/features/imports/contacts.commands.server";
import { readContacts } from "~/features/imports/contacts-file";
import { readCouncils } from "~/features/imports/councils-file.server";
import { importCouncils } from "~/features/imports/imports.commands.server";
import { readMeetings } from "~/features/imports/meetings-file";
import type { Reading } from "~/features/imports/problem";
import { todayBy } from "~/platform/clock";
import { PRINCIPALS, type Principal } from "../contracts/access.table";
import type { Access } from "./fixtures-access";
import { mustRun } from "./place";

const source = { sha256: "0".repeat(64) };
let made = 0;

/** Takes an import back that the principal's own side made: of people, of meetings, or of a council. */
export async function backForm(
  what: "people" | "meetings" | "councils",
  access: Access,
  principal: Principal,
) {
  const { place, users } = access;
  const { by } = place;
  if (what === "councils") {
    const importId = await buildCouncilsImport(access, principal);
    return { intent: "back", id: importId };
  }
  const user = ownEditor(users, principal);
  // What was imported before is not imported again.
  made += 1;
  const where = { area: place.area.slug };
  if (what === "people") {
    const rows = rowsOf(
      readContacts(
        bytes("Name,Organisation", `Contact ${letters(made)} of ${principal},Oakfield Partnership`),
      ),
    );
    const input = {
      ...source,
      ...where,
      fileName: "people.csv",
      organisation: "file",
      role: "file" as const,
      rows,
    };
    return { intent: "back", id: (await mustRun(user, importContacts, input, by)).importId };
  }
  const event = bytes("Title,Day", `Meeting ${made} of ${principal},2030-03-01`);
  const rows = rowsOf(readMeetings(event, todayBy(by.clock)));
  const council = principal === "other council" ? undefined : place.council.slug;
  const input = { ...source, ...where, council, fileName: "cal.csv", how: "call" as const, rows };
  return { intent: "back", id: (await mustRun(user, importMeetings, input, by)).importId };
}

/** A number in letters: names are the same whatever digits stand in them. */
function letters(count: number): string {
  return [...String(count)].map((digit) => "abcdefghij".charAt(Number(digit))).join("");
}

/** Who of the principal's side may import; the community's for everybody who stands nowhere here. */
function ownEditor(users: Access["users"], principal: Principal): SignedIn {
  if (principal === "other council") return users["other council"];
  return principal.startsWith("council") ? users["council editor"] : users["community editor"];
}

async function buildCouncilsImport({ place }: Access, principal: Principal): Promise<string> {
  const code = `Z${String.fromCharCode(65 + PRINCIPALS.indexOf(principal))}A`;
  const header =
    "local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,region,local-authority-type,county-la,current-authority";
  const line = `${code},${code} Council,${code},E06000999,2023-04-01,,,South,UA,,True`;
  const rows = rowsOf(readCouncils(bytes(header, line)));
  const input = { ...source, fileName: "councils.csv", rows };
  return (await mustRun(place.admin, importCouncils, input, place.by)).importId;
}

function bytes(...lines: string[]): Uint8Array {
  return new TextEncoder().encode(lines.join("\n"));
}

function rowsOf<T>(reading: Reading<T>): T {
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value;
}
