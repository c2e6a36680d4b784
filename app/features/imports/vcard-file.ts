import ICAL from "ical.js";
import { type Contact, isEmail } from "./contact";
import { type FileProblem, type Located, type Reading, refused, wholeFile } from "./problem";
import { type Block, blocksNamed, blockText, oneLine, readBlocks } from "./text-blocks";

const OLD =
  "This file is a vCard of version 2.1. Export your contacts as vCard 3.0 or 4.0, or as CSV, and try again.";
const ASKED = /^(?:[A-Z0-9-]+\.)?(VERSION|FN|N|EMAIL|TEL|ORG|TITLE|ROLE)[;:]/i;

/** The people of a vCard file, version 3.0 or 4.0. A card without a name is told of and left out. */
export function readVcards(text: string): Reading<readonly Located<Contact>[]> {
  const read = readBlocks(text);
  if (!read.ok) {
    const isOld = /^VERSION:2\.1$/im.test(text);
    return isOld ? refused([wholeFile(OLD)]) : read;
  }
  const contacts: Located<Contact>[] = [];
  const problems: FileProblem[] = [];
  for (const block of blocksNamed(read.value, "VCARD")) {
    const { line } = block;
    const contact = block.lines.some(({ value }) => /^VERSION:2\.1$/i.test(value)) ? OLD : readCard(block);
    if (typeof contact !== "string") contacts.push({ line, value: contact });
    else problems.push({ line, column: null, message: contact });
  }
  if (contacts.length === 0)
    return refused(problems.length > 0 ? problems : [wholeFile("There is nobody in it.")]);
  return { ok: true, value: contacts, notices: problems };
}

function readCard(block: Block): Contact | string {
  const card = parsed({ ...block, lines: block.lines.filter(({ value }) => ASKED.test(value)), blocks: [] });
  if (card === null) return "This card cannot be read. Left out.";
  const texts = (name: string) => textsOf(card, name);
  const [family = "", given = "", middle = ""] = texts("n");
  const name = texts("fn")[0] || oneLine([given, middle, family].join(" "));
  if (!name) return "This card has no name. Left out.";
  return {
    name,
    email: texts("email").find(isEmail) ?? null,
    phone: texts("tel")[0]?.replace(/^tel:/i, "").slice(0, 50) || null,
    organisation: texts("org")[0] || null,
    title: texts("title")[0] || texts("role")[0] || null,
    ...{ ward: null, party: null },
  };
}

function parsed(block: Block): ICAL.Component | null {
  try {
    return new ICAL.Component(ICAL.parse(blockText(block)));
  } catch {
    return null;
  }
}

/** Every text of every property of that name, the parts of structured ones apart; the preferred property first. */
function textsOf(card: ICAL.Component, name: string): string[] {
  const preferred = (property: ICAL.Property) =>
    /\b(pref|1)\b/i.test(
      `${String(property.getFirstParameter("pref"))} ${String(property.getFirstParameter("type"))}`,
    )
      ? 0
      : 1;
  const properties = card.getAllProperties().filter((property) => property.name.split(".").at(-1) === name);
  return properties
    .sort((a, b) => preferred(a) - preferred(b))
    .flatMap((property) => {
      try {
        return property
          .getValues()
          .flat(2)
          .map((value: unknown) => oneLine(String(value ?? "")));
      } catch {
        return [];
      }
    });
}
