import { type Contact, isEmail } from "./contact";
import { type Cells, readCsv } from "./csv-file";
import { readText } from "./file-text";
import { type FileProblem, type Located, type Reading, refused } from "./problem";
import { oneLine } from "./text-blocks";
import { readVcards } from "./vcard-file";

/** Where an address book keeps what we ask of it; of several columns the first that says something counts. */
type Columns = Readonly<
  Record<"name" | "email" | "phone" | "organisation" | "title" | "ward" | "party", readonly string[]>
> & { readonly required: readonly string[]; readonly isForeign: boolean };

const none = { ward: [], party: [] };
const GOOGLE: Columns = {
  ...{ ...none, required: ["First Name", "Last Name", "E-mail 1 - Value"], isForeign: true },
  name: ["First Name", "Middle Name", "Last Name"],
  email: ["E-mail 1 - Value", "E-mail 2 - Value"],
  phone: ["Phone 1 - Value", "Phone 2 - Value"],
  ...{ organisation: ["Organization Name"], title: ["Organization Title"] },
};
const GOOGLE_BEFORE_2024: Columns = {
  ...{ ...none, required: ["Given Name", "Family Name", "E-mail 1 - Value"], isForeign: true },
  name: ["Given Name", "Additional Name", "Family Name"],
  email: ["E-mail 1 - Value", "E-mail 2 - Value"],
  phone: ["Phone 1 - Value", "Phone 2 - Value"],
  ...{ organisation: ["Organization 1 - Name"], title: ["Organization 1 - Title", "Occupation"] },
};
const OUTLOOK: Columns = {
  ...{ ...none, required: ["First Name", "Last Name", "E-mail Address"], isForeign: true },
  name: ["First Name", "Middle Name", "Last Name"],
  email: ["E-mail Address", "E-mail 2 Address", "E-mail 3 Address"],
  phone: ["Business Phone", "Mobile Phone", "Primary Phone", "Home Phone"],
  ...{ organisation: ["Company"], title: ["Job Title"] },
};
const PLAIN: Columns = {
  ...{ required: ["Name"], isForeign: false, name: ["Name"] },
  email: ["Email", "E-mail"],
  phone: ["Phone", "Telephone"],
  organisation: ["Organisation"],
  ...{ title: ["Role"], ward: ["Ward"], party: ["Party"] },
};

const MOST = 2000;

/** The people of an address book: CSV as Google, Outlook or a spreadsheet writes it, or vCard. */
export function readContacts(bytes: Uint8Array): Reading<readonly Located<Contact>[]> {
  const text = readText(bytes);
  if (!text.ok) return text;
  const read = /^\s*BEGIN:VCARD/i.test(text.value)
    ? readVcards(text.value)
    : readContactsCsv(bytes, text.value);
  if (read.ok && read.value.length > MOST) {
    const message = `The file names ${read.value.length} people; ${MOST} is the most. Split it.`;
    return refused([{ line: null, column: null, message }]);
  }
  return read.ok ? { ...read, notices: [...new Set([...text.notices, ...read.notices])] } : read;
}

function readContactsCsv(bytes: Uint8Array, text: string): Reading<readonly Located<Contact>[]> {
  const header = text
    .split("\n", 1)
    .join()
    .split(",")
    .map((cell) => cell.trim().replace(/^"|"$/g, ""));
  const known = [GOOGLE, GOOGLE_BEFORE_2024, OUTLOOK];
  const columns = known.find(({ required }) => required.every((name) => header.includes(name))) ?? PLAIN;
  const { required, isForeign, ...places } = columns;
  const csv = readCsv(bytes, { required, optional: Object.values(places).flat(), otherColumns: "ignore" });
  if (!csv.ok) return csv;
  const contacts: Located<Contact>[] = [];
  const problems: FileProblem[] = [];
  for (const { line, value } of csv.value) {
    const contact = readRow(value, columns);
    if ("wrong" in contact) problems.push({ line, column: contact.wrong, message: contact.message });
    else contacts.push({ line, value: contact });
  }
  if (contacts.length === 0) return refused(problems);
  // An address book has many columns; which of a spreadsheet's were not read is worth saying.
  const notices = isForeign ? csv.notices.filter(({ message }) => !/not read/.test(message)) : csv.notices;
  return { ok: true, value: contacts, notices: [...notices, ...problems] };
}

type Row = Contact | { wrong: string | null; message: string };

function readRow(cells: Cells, columns: Columns): Row {
  const said = (names: readonly string[]) =>
    names
      .map((name) => ({ name, text: oneLine(cells[name] ?? "") }))
      .filter(({ text }) => !/^(NA|N\/A)?$/i.test(text));
  const first = (names: readonly string[]) => said(names)[0]?.text ?? null;
  const name = oneLine(
    said(columns.name)
      .map(({ text }) => text)
      .join(" "),
  );
  if (name === "") return { wrong: columns.name[0] ?? null, message: "This row names nobody. Left out." };
  const addresses = said(columns.email);
  const email = addresses.find(({ text }) => isEmail(text));
  const [wrong] = addresses;
  if (!email && wrong)
    return { wrong: wrong.name, message: `“${wrong.text}” is not an e-mail address. ${name} is left out.` };
  return {
    name,
    email: email?.text ?? null,
    phone: first(columns.phone)?.slice(0, 50) ?? null,
    organisation: first(columns.organisation),
    title: first(columns.title),
    ward: first(columns.ward),
    party: first(columns.party),
  };
}
