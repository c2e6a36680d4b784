import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { CloseCounts } from "./close-out";

/** What is open in an area over these relationships and what is about all of them: in numbers. */
export async function findCloseCounts(
  tx: Tx,
  areaId: string,
  relationshipIds: readonly string[],
  on: Day,
): Promise<CloseCounts> {
  const rows = await tx.$queryRaw<{ what: keyof CloseCounts; many: bigint }[]>`
    SELECT what, sum(many)::bigint AS many
    FROM app.open_counts(${[...relationshipIds]}::uuid[], ${areaId}::uuid, ${on}::date) GROUP BY what`;
  return Object.fromEntries(rows.map(({ what, many }) => [what, Number(many)]));
}

/** Who can look after a closed area: organisations of the register that go on. */
export async function findStewardChoices(tx: Tx, areaId: string) {
  const rows = await tx.organisation.findMany({
    where: {
      areaId: null,
      endsOn: null,
      kinds: { hasSome: ["partnership", "council", "lto", "agency", "programme"] },
      NOT: { partnershipOf: { id: areaId } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  return rows.map(({ id, name }) => ({ value: id, label: name }));
}
