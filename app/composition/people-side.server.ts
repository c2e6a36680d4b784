import { href } from "react-router";
import { intentOf, submit } from "~/composition/request.server";
import type { AreaActor } from "~/features/identity/actor";
import {
  assessPerson,
  finishEngagement,
  planEngagement,
} from "~/features/people/assessments.commands.server";
import { findAssessments, findPlans } from "~/features/people/assessments.queries.server";
import { type MapLine, type OwnLine, toOwnLine } from "~/features/people/own-side";
import { findPeopleOf } from "~/features/people/people.queries.server";
import { roleLabel } from "~/features/people/person";
import { audienceWords } from "~/features/records/record";
import { canWrite } from "~/features/records/record.policy";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { findAllContacts } from "./people-contacts.server";

type Context = Parameters<typeof submit>[0];

/** What the actor's own organisation holds of people, by person: of those it said something about, or of these alone. */
export async function findOwnLines(
  tx: Tx,
  actor: AreaActor,
  today: Day,
  people?: readonly string[],
): Promise<Map<string, OwnLine>> {
  const assessments = await findAssessments(tx, actor, people);
  const plans = await findPlans(tx, actor, people);
  const ids = new Set([...assessments.keys(), ...plans.keys(), ...(people ?? [])]);
  if (ids.size === 0) return new Map();
  const contacts = await findAllContacts({ tx, actor, today });
  return new Map(
    [...ids].map((id) => [
      id,
      toOwnLine({ assessments: assessments.get(id), last: contacts.get(id), plan: plans.get(id) }, today),
    ]),
  );
}

/** Everybody the actor's organisation has placed who holds a post now: by influence, then interest, then name. */
export async function findMap(tx: Tx, actor: AreaActor, today: Day): Promise<MapLine[]> {
  const lines = await findOwnLines(tx, actor, today);
  if (lines.size === 0) return [];
  const people = await findPeopleOf(tx, actor, today);
  const placed = people.flatMap(({ id, name, role, organisation }) => {
    const line = lines.get(id);
    if (!line?.now) return [];
    return [{ ...line, now: line.now, id, name, post: `${roleLabel(role)}, ${organisation}` }];
  });
  return placed.sort(
    (a, b) =>
      b.now.influence - a.now.influence || b.now.interest - a.now.interest || (a.name < b.name ? -1 : 1),
  );
}

/** The part of somebody's page that is their reader's side's own. */
export async function findOwnSide(tx: Tx, actor: AreaActor, id: string, today: Day) {
  const line = (await findOwnLines(tx, actor, today, [id])).get(id) ?? toOwnLine(EMPTY, today);
  const people = canWrite(actor) === true ? await findPeopleOf(tx, actor, today) : [];
  return {
    ...line,
    ours: people.filter(({ side }) => side === actor.side).map((one) => ({ value: one.id, label: one.name })),
    audience: audienceWords("side", actor, []),
  };
}

const EMPTY = { assessments: undefined, last: undefined, plan: undefined };

/** Does what a form of that part asks and gives the action's answer; null: the intent is another's. */
export async function handleOwnSideIntent(
  context: Context,
  form: FormData,
  { area, id }: { area: string; id: string },
) {
  const to = href("/areas/:area/people/:id", { area, id });
  const done = (message: string) => () => ({ to, message });
  switch (intentOf(form)) {
    case "assess":
      return submit(context, form, assessPerson, { area, id }, done("Saved for your side alone."));
    case "plan":
      return submit(context, form, planEngagement, { area, id }, done("The next step is planned."));
    case "plan-done":
      return submit(context, form, finishEngagement, { area, id }, done("Done. What comes next?"));
    default:
      return null;
  }
}
