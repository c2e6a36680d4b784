import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { findBase } from "../records/record.queries.server";
import { HEADINGS, inOrder } from "./clause";
import { stateOf } from "./mou";
import { STATE_WORDS } from "./mou.transitions";
import { mouSelect, toMou } from "./mou-rows.server";
import { findVersions } from "./mou-subject.server";
import { adoptedOn, textOn, type Version, versionSays } from "./mou-version";
import { differenceOf } from "./text-difference";

/** The number of a version and of the one it would take the place of. */
export async function findVersionNumber(tx: Tx, id: string): Promise<{ own: number; before: number } | null> {
  const version = await tx.mouVersion.findUnique({ where: { id }, select: { number: true, mouId: true } });
  if (version === null || version.number < 2) return null;
  const before = (await findVersions(tx, version.mouId)).filter(
    (one) => adoptedOn(one) !== null && one.number < version.number,
  );
  return { own: version.number, before: before.at(-1)?.number ?? version.number - 1 };
}

type Asked = { on: Day; from?: number | undefined; to?: number | undefined };

/** The versions of an agreement, the text that held on a day, and a difference; null where this actor sees none. */
export async function getMouVersions(tx: Tx, actor: AreaActor, id: string, { on, from, to }: Asked) {
  const record = await findBase(tx, actor, id, { withGone: true });
  if (record?.kind !== "mou" || record.binned) return null;
  const mou = toMou(await tx.mou.findUniqueOrThrow({ where: { recordId: id }, select: mouSelect }));
  const versions = await findVersions(tx, id);
  const held = textOn(versions, on);
  const numbered = (number: number | undefined) => versions.find((version) => version.number === number);
  const [before, after] = [numbered(from), numbered(to)];
  return {
    title: record.title,
    relationshipId: record.relationshipId,
    on,
    held: held && {
      number: held.number,
      stateWords: STATE_WORDS[stateOf(mou, on)],
      clauses: inOrder(held.clauses),
    },
    versions: versions.toReversed().map((version) => ({
      number: version.number,
      bySide: version.bySide,
      said: versionSays(version),
      proposedOn: version.proposedOn,
      adoptedOn: adoptedOn(version),
    })),
    difference: before && after ? differenceBetween(before, after) : null,
  };
}

/** What changed from one version to another: days, and the words under each heading that are not the same. */
function differenceBetween(before: Version, after: Version) {
  const days = (
    [
      ["First day", "startsOn"],
      ["Last day", "endsOn"],
      ["To be read again by", "reviewOn"],
    ] as const
  )
    .filter(([, key]) => before[key] !== after[key])
    .map(([what, key]) => ({ what, before: before[key], after: after[key] }));
  const textOf = ({ clauses }: Version, heading: string) =>
    clauses.find((clause) => clause.heading === heading)?.text ?? "";
  const parts = HEADINGS.filter((heading) => textOf(before, heading) !== textOf(after, heading)).map(
    (heading) => ({ heading, pieces: differenceOf(textOf(before, heading), textOf(after, heading)) }),
  );
  return { from: before.number, to: after.number, days, parts };
}
