import type { z } from "zod";
import type { Circumstances, SignedIn } from "~/composition/execution.server";
import { draftMou } from "~/features/agreements/draft-mou.commands.server";
import { makeProposal } from "~/features/agreements/make-proposal.commands.server";
import { agreeMou, proposeMou } from "~/features/agreements/propose-mou.commands.server";
import { signMou } from "~/features/agreements/sign-mou.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import { newId } from "~/platform/ids";
import { asMaintenance, canaryOf } from "./fixtures-records";
import { mustRun, type Place } from "./place";

type Drafted = Partial<z.input<typeof draftMou.input>> & { area: string };

/** A draft of the user's side, of two clauses, from 1 January 2026; gives its id. */
export async function buildDraft(user: SignedIn, draft: Drafted, by: Circumstances): Promise<string> {
  const input = {
    title: "How we work together",
    startsOn: "2026-01-01",
    roles: "The council names one officer. The partnership names one member.",
    liabilities: "Each insures its own people.",
    ...draft,
  };
  return (await mustRun(user, draftMou, input, by)).id;
}

/** Somebody of each side of Oakfield who can sign, since 2020. */
export async function buildSignatories({ area, community, councilSide, by }: Place) {
  const add = async (user: SignedIn, name: string, role: "chair" | "senior-manager") => {
    const person = { area: area.slug, name, organisation: "ours", role, startsOn: "2020-01-01" } as const;
    return (await mustRun(user, addPerson, person, by)).id;
  };
  return {
    community: await add(community.lead, "Carol Chair", "chair"),
    council: await add(councilSide.lead, "Sam Senior", "senior-manager"),
  };
}

type Signatories = Awaited<ReturnType<typeof buildSignatories>>;

/** The same draft proposed by the community, agreed by the borough, and signed by both on 20 December 2025. */
export async function buildSigned(
  place: Place,
  signatories: Signatories,
  draft: Partial<Drafted> = {},
): Promise<string> {
  const { area, council, community, councilSide, by } = place;
  const id = await buildDraft(community.lead, { area: area.slug, council: council.slug, ...draft }, by);
  await mustRun(community.lead, proposeMou, { id }, by);
  await mustRun(councilSide.lead, agreeMou, { id }, by);
  const signedOn = "2025-12-20";
  await mustRun(community.editor, signMou, { id, personId: signatories.community, signedOn }, by);
  await mustRun(councilSide.editor, signMou, { id, personId: signatories.council, signedOn }, by);
  return id;
}

/** The same draft of a side, put to the other by its lead. */
export async function buildProposed(
  author: SignedIn,
  lead: SignedIn,
  draft: Drafted,
  by: Circumstances,
): Promise<string> {
  const id = await buildDraft(author, draft, by);
  await mustRun(lead, proposeMou, { id }, by);
  return id;
}

/** A change put to the other side today. */
export async function buildProposal(
  user: SignedIn,
  where: { area: string; council: string },
  by: Circumstances,
): Promise<string> {
  const proposal = {
    about: "goal",
    title: "A smaller first step",
    proposedOn: "today",
    detail: "Why",
  } as const;
  return (await mustRun(user, makeProposal, { ...where, ...proposal }, by)).id;
}

/** Gives each variant of an agreement, copied without its words, a version like the sample's with words of its own. */
export async function giveWords(
  ownerUrl: string,
  sampleId: string,
  variants: Record<string, string>,
): Promise<void> {
  await asMaintenance(ownerUrl, async (client) => {
    for (const [variant, mouId] of Object.entries(variants)) {
      const versionId = newId();
      await client.query(
        `insert into mou_version select (jsonb_populate_record(v, $2::jsonb)).* from mou_version v where mou_id = $1`,
        [sampleId, JSON.stringify({ id: versionId, mou_id: mouId })],
      );
      const text = `${canaryOf("mou", variant)}.clause`;
      await client.query("insert into mou_clause values ($1, 'roles', $2)", [versionId, text]);
    }
  });
}
