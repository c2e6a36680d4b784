import { data } from "react-router";
import { NEW_PERSON, type NearPerson } from "~/features/people/merging";
import { LIKENESS } from "~/features/people/near-names";
import { findNearNames } from "~/features/people/near-people.queries.server";
import type { FormAnswer } from "~/ui/form-answer";
import { readArea } from "./request.server";

type Context = Parameters<typeof readArea>[0];
type Answer = { data: FormAnswer; init: ResponseInit | null };

/** The choices of "Is it one of these?", in words. */
export function nearChoices(near: readonly NearPerson[]) {
  if (near.length === 0) return [];
  return [
    ...near.map(({ id, name, posts, why }) => ({
      value: id,
      label: `Use this one: ${name}`,
      hint: `${posts} – ${LIKENESS[why]}`,
    })),
    { value: NEW_PERSON, label: "No, a new person", divider: "or" },
  ];
}

const LISTS = ["theirs", "ours", "missing"];

/** A meeting's form that comes back with whom each new name may mean, where that was asked. */
export async function withNear(context: Context, area: string, answer: Answer) {
  const { lastResult } = answer.data;
  const asked = askedRows(lastResult.initialValue ?? {}, lastResult.error ?? {});
  const names = [...asked.values()];
  const found =
    names.length === 0
      ? new Map<string, NearPerson[]>()
      : await readArea(context, area, (actor, { tx }) => findNearNames(tx, actor, names));
  const near = Object.fromEntries(
    [...asked].map(([field, name]) => [field, nearChoices(found.get(name) ?? [])]),
  );
  return data({ ...answer.data, near }, answer.init ?? {});
}

/** The names typed in rows that were asked who is meant, by the field that asks. */
function askedRows(values: Record<string, unknown>, errors: Record<string, unknown>): Map<string, string> {
  const rows = LISTS.flatMap((list) => {
    const sent = values[list];
    return (Array.isArray(sent) ? sent : []).map((row: unknown, at) => ({
      field: `${list}[${at}].same`,
      row,
    }));
  });
  return new Map(
    rows.flatMap(({ field, row }) => {
      const { person, same } = (row ?? {}) as { person?: unknown; same?: unknown };
      const name = typeof person === "string" ? person.trim() : "";
      return name !== "" && (errors[field] || same) ? [[field, name] as const] : [];
    }),
  );
}
