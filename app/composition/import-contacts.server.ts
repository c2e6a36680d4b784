import type { AreaActor } from "~/features/identity/actor";
import { findAreaOrganisations, planContactRows } from "~/features/imports/contacts.queries.server";
import { readContacts } from "~/features/imports/contacts-file";
import type { ContactsAsked } from "~/features/imports/contacts-plan";
import type { Draft } from "~/features/imports/drafts.queries.server";
import { toPreview } from "~/features/imports/import-view";
import { contactAudience } from "~/features/people/people-view";
import { isRole, ROLES, type RoleId, rolesOf } from "~/features/people/person";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { notFound } from "./request.server";

/** What is asked beside an address book, and who will see what it brings. */
export async function contactsForm(tx: Tx, actor: AreaActor) {
  const organisations = await findAreaOrganisations(tx, actor);
  const councils = organisations.filter(({ side }) => side === "council").map(({ name }) => name);
  return {
    organisations: organisations.map(({ slug, name }) => ({ value: slug, label: name })),
    roles: [
      { group: "Community", options: rolesOf("community") },
      { group: "Council", options: rolesOf("council") },
    ],
    audience: contactAudience(councils),
  };
}

type Options = { organisation: string; role: RoleId | "file" };

/** What was asked beside the file, with what is wrong with it. */
export async function contactsAsked(tx: Tx, actor: AreaActor, form: FormData) {
  const organisations = await findAreaOrganisations(tx, actor);
  const organisation = String(form.get("organisation") ?? "");
  const role = String(form.get("role") ?? "");
  const chosen = organisations.find(({ slug }) => slug === organisation);
  const errors: Record<string, string[]> = {};
  if (!chosen && organisation !== "file") errors.organisation = ["Choose which organisation they belong to"];
  if (role !== "file" && !isRole(role)) errors.role = ["Choose what they are there"];
  else if (isRole(role) && !chosen)
    errors.role = ["Where each line says its organisation, each line says the role too"];
  else if (isRole(role) && chosen && ROLES[role].side !== chosen.side)
    errors.role = [`${ROLES[role].label} is not a role in ${chosen.name}`];
  return { options: { organisation, role }, errors };
}

function optionsOf({ options }: Draft): Options {
  const { organisation = "file", role = "file" } = options;
  return { organisation, role: isRole(role) ? role : "file" };
}

/** What an address book that was kept would do. */
export async function previewContacts(tx: Tx, actor: AreaActor, draft: Draft, today: Day) {
  const rows = rowsOf(draft);
  const asked: ContactsAsked = optionsOf(draft);
  const plan = await planContactRows(tx, actor, rows.value, asked, today);
  return toPreview(draft.fileName, plan, [...rows.notices, ...plan.notices]);
}

/** The input of the command that imports it. */
export function contactsInput(area: string, draft: Draft) {
  const { id, fileName, sha256 } = draft;
  return { area, draft: id, fileName, sha256, ...optionsOf(draft), rows: rowsOf(draft).value };
}

function rowsOf({ bytes }: Draft) {
  const rows = readContacts(bytes);
  return rows.ok ? rows : notFound();
}
