import type { z } from "zod";
import type { CheckInSeen } from "~/features/check-ins/check-in";
import { findRounds } from "~/features/check-ins/check-ins.queries.server";
import { QUESTIONS } from "~/features/check-ins/question-list";
import type { AreaActor } from "~/features/identity/actor";
import { findRoundPage } from "../check-ins-page.server";
import type { Reading } from "../request.server";
import { checkInItem, checkInView } from "./check-in-views";
import { noQuestions, onePage } from "./paging";
import { list, one, type Resource } from "./resource.server";

/** The rounds of the check-in, and what they said once both sides saw it. Answering is for people. */
export const checkIns: Resource = {
  name: "check-ins",
  words: { one: "check-in", many: "check-ins" },
  kind: null,
  list: list(noQuestions, checkInItem, async (actor, reading) => onePage(await findAll(actor, reading))),
  one: one(checkInView, async (actor, reading, id) => {
    const item = (await findAll(actor, reading)).find((each) => each.id === id);
    if (!item) return null;
    const { names, released } = await findRoundPage(actor, reading, id);
    const { seen, views } = released ?? {};
    return {
      ...item,
      sides: names,
      released: seen
        ? {
            on: seen.releasedOn,
            people: seen.people,
            components: (views ?? []).map(({ component, by, gap }) => ({ component, by, gap })),
            questions: questionsOf(seen),
          }
        : null,
    };
  }),
  create: {},
  verbs: {},
};

async function findAll(actor: AreaActor, { tx, today }: Reading): Promise<z.input<typeof checkInItem>[]> {
  const all: z.input<typeof checkInItem>[] = [];
  for (const { id: relationshipId, heldBy } of actor.relationships) {
    // What it took over comes with the relationship that holds it now.
    if (heldBy !== undefined) continue;
    const rounds = await findRounds(tx, actor, relationshipId, today);
    all.push(...rounds.map((round) => ({ ...round, relationshipId })));
  }
  return all;
}

function questionsOf({ means }: Pick<CheckInSeen, "means">) {
  return QUESTIONS.map(({ id, text }) => ({
    id,
    text,
    by: { community: means.community[id], council: means.council[id] },
  }));
}
