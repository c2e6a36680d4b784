import type { Day } from "~/platform/calendar/day";
import { Problem } from "~/platform/command.server";
import type { AreaActor } from "../identity/actor";
import { findPeopleOf } from "../people/people.queries.server";
import { visibleTo } from "../records/record.queries.server";
import type { Context } from "../records/recording.server";
import { dayProblems } from "./evidence";
import { linksOf } from "./evidence-rows.server";
import { valuesFrom } from "./evidence-schema";
import type { Values } from "./field";
import type { EvidenceKind } from "./kind";

/** An entry's answers, each right by itself, checked together: days, the kind's own check, whom and what they name. */
export async function checkedValues(
  context: Context,
  actor: AreaActor,
  kind: EvidenceKind,
  typed: Readonly<Record<string, unknown>>,
): Promise<{ values: Values; title: string; occurredOn: Day }> {
  const values = valuesFrom(kind, typed, context.today);
  refuse(dayProblems(kind, values, context.today));
  refuse(kind.check?.(values) ?? {});
  await checkLinks(context, actor, kind, values);
  return { values, title: kind.title(values), occurredOn: values[kind.on] as Day };
}

/** The form an entry is changed with is that of its own kind. */
export function mustBeOfKind(kind: EvidenceKind, id: string): void {
  if (kind.id !== id) throw new Problem({ kind: "This is an entry of another kind" });
}

function refuse(problems: Partial<Record<string, string>>): void {
  const found = Object.entries(problems).filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (found.length > 0) throw new Problem(Object.fromEntries(found));
}

/** People with a post that matters to the area, and its projects. */
async function checkLinks(
  context: Context,
  actor: AreaActor,
  kind: EvidenceKind,
  values: Values,
): Promise<void> {
  for (const { field, personId, aboutId } of linksOf(kind, values)) {
    if (personId !== null && !(await isOfArea(context, actor, personId)))
      throw new Problem({ [field]: "Choose somebody who has a post here" });
    if (aboutId !== null && !(await isProject(context, actor, aboutId)))
      throw new Problem({ [field]: "Choose a project of this area" });
  }
}

async function isProject({ tx }: Context, actor: AreaActor, id: string): Promise<boolean> {
  return (await tx.record.count({ where: { AND: [visibleTo(actor), { id, kind: "project" }] } })) === 1;
}

async function isOfArea({ tx, today }: Context, actor: AreaActor, personId: string): Promise<boolean> {
  return (await findPeopleOf(tx, actor, today)).some(({ id }) => id === personId);
}
