import type { z } from "zod";
import type { Circumstances, SignedIn } from "~/composition/execution.server";
import { draftMou } from "~/features/agreements/draft-mou.commands.server";
import { agreeMou, proposeMou } from "~/features/agreements/propose-mou.commands.server";
import { signMou } from "~/features/agreements/sign-mou.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
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
