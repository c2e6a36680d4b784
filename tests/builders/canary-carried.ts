import { makeLink } from "~/composition/links.commands.server";
import { decideCode, proposeCode } from "~/features/coding/codes.commands.server";
import { inviteToSide } from "~/features/identity/invitations.commands.server";
import { buildRequest } from "./asked-request";
import { endGlass, letIn } from "./break-glass";
import type { Access } from "./fixtures-access";
import { buildPost } from "./leaver";
import { mustRun } from "./place";

/** Words that are carried out of the pages, by mail: who was invited, what a contact is asked, and why the glass was broken. */
export const CARRIED = {
  invited: "canary-invited-name",
  address: "canary-invited-address",
  asked: "canary-asked-shared",
  contact: "canary-contact-address",
  reason: "canary-glass-reason",
} as const;

/** Codes of a researcher, by what became of them: the name of each, when to use it and why it was decided so. */
export const CODE_CANARIES = {
  waiting: "canary-code-waiting",
  declined: "canary-code-declined",
  accepted: "canary-code-accepted",
  retired: "canary-code-retired",
} as const;

/** A researcher proposes codes, and an admin decides on all but one. */
async function proposeCodes({ users, place: { by } }: Access): Promise<void> {
  const propose = async (label: string) => {
    const words = { theme: "change", label, says: `${label}.says` } as const;
    return (await mustRun(users.researcher, proposeCode, words, by)).id;
  };
  const decide = async (
    id: string,
    revision: number,
    decision: "accept" | "decline" | "retire",
    label: string,
  ) => mustRun(users.admin, decideCode, { id, revision, decision, reason: `${label}.reason` }, by);
  await propose(CODE_CANARIES.waiting);
  await decide(await propose(CODE_CANARIES.declined), 1, "decline", CODE_CANARIES.declined);
  const [accepted, retired] = [await propose(CODE_CANARIES.accepted), await propose(CODE_CANARIES.retired)];
  await decide(accepted, 1, "accept", CODE_CANARIES.accepted);
  await decide(retired, 1, "accept", CODE_CANARIES.retired);
  await decide(retired, 2, "retire", CODE_CANARIES.retired);
}

/** Somebody is invited, a contact is asked by mail, and an admin is let in for a moment: each with a word of its own. */
export async function carryWords(access: Access): Promise<void> {
  const { place, users, ownerUrl } = access;
  const { area, council, by } = place;
  const person = { name: CARRIED.invited, email: `${CARRIED.address}@test.example`, role: "reader" } as const;
  await mustRun(users["community lead"], inviteToSide, { area: area.slug, ...person }, by);
  const post = { name: "Con Tact", email: `${CARRIED.contact}@test.example` };
  const contact = await buildPost(place, users["council editor"], post);
  const request = { area: area.slug, council: council.slug, title: CARRIED.asked };
  const id = await buildRequest(users["community editor"], request, by);
  await mustRun(users["community editor"], makeLink, { id, personId: contact.id, way: "mail" }, by);
  await proposeCodes(access);
  await endGlass(ownerUrl, await letIn(access, `${CARRIED.reason} and somebody’s safety`));
}
