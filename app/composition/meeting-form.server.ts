import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "react-router";
import { z } from "zod";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { type AreaActor, holderOf, isAbout, otherSide } from "~/features/identity/actor";
import type { MeetingFormOptions } from "~/features/meetings/components/form-options";
import { ROWS_MAX } from "~/features/meetings/meeting-fields";
import { findLastCouncil } from "~/features/meetings/meetings.queries.server";
import { type KnownPerson, personOptions } from "~/features/meetings/people-typed";
import { rolesOf } from "~/features/people/person";
import { findProjectChoices } from "~/features/projects/projects.queries.server";
import { audienceWords } from "~/features/records/record";
import { sideName } from "~/features/records/side-names";
import type { Tx } from "~/platform/db.server";
import { followRepeatIntent, readRepeatIntent } from "~/ui/repeat-intent";
import { INTENT_FIELD } from "./request.server";

/** What a meeting's form offers. `relationshipId` undefined: a new meeting, whose council may still be chosen. */
export async function meetingFormOptions(
  tx: Tx,
  actor: AreaActor,
  known: readonly KnownPerson[],
  relationshipId?: string | null,
): Promise<MeetingFormOptions> {
  const { councils } = await getAreaFrame(tx, actor);
  const slug = actor.relationships.find(
    ({ id }) => id === (relationshipId && holderOf(actor, relationshipId)),
  )?.councilSlug;
  const about = slug === undefined ? councils : councils.filter((council) => council.slug === slug);
  const [only, ...others] = about;
  const council = only && others.length === 0 ? only.name : null;
  const choices = relationshipId === undefined ? councilChoices(actor, councils) : [];
  return {
    ours: sideName(actor.side, council),
    theirs: sideName(otherSide(actor.side), council),
    people: personOptions(known),
    rolesOurs: rolesOf(actor.side),
    rolesTheirs: rolesOf(otherSide(actor.side)),
    councils: choices,
    projects: (await findProjectChoices(tx, actor))
      .filter((one) => !relationshipId || isAbout(actor, one.relationshipId, relationshipId))
      .map(({ id, title }) => ({ value: id, label: title })),
    audience:
      choices.length > 0
        ? "The partnership and the council you choose will both see this."
        : audienceWords(
            "shared",
            actor,
            about.map(({ name }) => name),
          ),
  };
}

/** The same for a meeting to come, an attempt or a series: the councils, and the one met last. */
export async function planFormOptions(tx: Tx, actor: AreaActor) {
  const { councils, audience } = await meetingFormOptions(tx, actor, []);
  const council = councils.length > 1 ? await findLastCouncil(tx, actor) : undefined;
  return { options: { councils, audience }, council };
}

/** The councils a new meeting may be about; only the community has a choice, and only where there are several. */
function councilChoices(actor: AreaActor, councils: readonly { slug: string; name: string }[]) {
  if (actor.side === "council" || councils.length < 2) return [];
  return [
    ...councils.map(({ slug, name }) => ({ value: slug, label: name })),
    { value: "all", label: "All of them" },
  ];
}

/** The lists of a meeting's form in which groups come and go. */
const LISTS = ["theirs", "ours", "missing", "promises", "decisions"];

/**
 * A form sent by "Add another" or "Remove" of a page without script: the same form again with one group more or fewer,
 * nothing saved. Null: the form was sent for something else.
 */
export function repeatedForm(form: FormData) {
  const intents = form.getAll(INTENT_FIELD);
  const repeat = intents.map(readRepeatIntent).find((one) => one !== null);
  if (repeat === undefined || !LISTS.includes(repeat.name)) return null;
  const own = intents.find((intent) => readRepeatIntent(intent) === null);
  form.delete("idempotencyKey");
  form.delete(INTENT_FIELD);
  const { payload } = parseWithZod(form, { schema: z.looseObject({}) });
  const sent = payload[repeat.name];
  const groups = followRepeatIntent(Array.isArray(sent) ? sent.slice(0, ROWS_MAX) : [], repeat, {});
  const initialValue = { ...payload, [repeat.name]: groups } as Record<string, never>;
  const intent = typeof own === "string" ? own : "";
  return data({ lastResult: { initialValue, error: {} }, intent, conflict: null });
}
