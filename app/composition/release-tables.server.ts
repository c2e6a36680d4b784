import type { Published } from "~/features/releases/published";
import {
  findAllLines,
  findChanges,
  findCodeCounts,
  findVariantSays,
  findVariants,
} from "~/features/releases/published.queries.server";
import { columnsOf, type TableForm, type TakenTable, takeTable } from "~/features/releases/take-away";
import { blanksOf, LEFT_OUT } from "~/features/releases/taken-blanks";
import { FIGURES } from "~/features/releases/taken-figures";
import {
  AGREEMENT,
  CHANGES,
  CODE_COUNTS,
  CODES,
  PARAMETERS,
  type ParameterLine,
  VARIANTS_TOLD,
} from "~/features/releases/taken-others";
import { methodView } from "~/features/research/method-view";
import { methods } from "~/features/scoring/methods";
import type { Tx } from "~/platform/db.server";

type Read<Line> = (tx: Tx, release: Published) => Promise<readonly Line[]>;
/** What is told of a table before it has lines. */
export type TableHead = Omit<TakenTable, "rows">;
type Taking = {
  head: TableHead;
  read: (tx: Tx, release: Published) => Promise<TakenTable>;
};

function taking<Line>(form: TableForm<Line>, read: Read<Line>): Taking {
  const { name, title, says, key } = form;
  return {
    head: { ...{ name, title, says }, key: ["release", ...key], columns: columnsOf(form) },
    read: async (tx, release) => takeTable(form, release, await read(tx, release)),
  };
}

/** The tables that are read by themselves, in the order in which they are told of. */
const TAKINGS: readonly Taking[] = [
  taking(FIGURES, async (tx, { id }) => {
    const all = await findAllLines(tx, id);
    return all.flatMap(([measured, lines]) => lines.map((line) => ({ ...line, measured })));
  }),
  taking(CHANGES, (tx, { id }) => findChanges(tx, id)),
  taking(CODES, async (tx, { id }) => (await findCodeCounts(tx, id)).codes),
  taking(CODE_COUNTS, async (tx, { id }) => (await findCodeCounts(tx, id)).lines),
  taking(VARIANTS_TOLD, (tx, { id }) => findVariants(tx, id)),
  taking(AGREEMENT, (tx, { id }) => findVariantSays(tx, id)),
  taking(PARAMETERS, async (_, release) => parametersOf(release)),
];

/** What is left out is made of all the others. */
const BLANKS = taking(LEFT_OUT, async (tx, release) => blanksOf(await readAll(tx, release, TAKINGS)));

/** Every table there is of a release, without its lines: the dictionary. */
export const TABLE_HEADS: readonly TableHead[] = [...TAKINGS, BLANKS].map(({ head }) => head);

async function readAll(tx: Tx, release: Published, takings: readonly Taking[]): Promise<TakenTable[]> {
  const tables: TakenTable[] = [];
  for (const { read } of takings) tables.push(await read(tx, release));
  return tables;
}

/** Every table of a release. */
export async function findTables(tx: Tx, release: Published): Promise<TakenTable[]> {
  const tables = await readAll(tx, release, TAKINGS);
  return [...tables, takeTable(LEFT_OUT, release, blanksOf(tables))];
}

/** One table of a release by its name, which is one of them. */
export async function findTable(tx: Tx, release: Published, name: string): Promise<TakenTable> {
  const found = TAKINGS.find(({ head }) => head.name === name) ?? BLANKS;
  return found.read(tx, release);
}

/** The numbers that a release was worked out with; none where no method here has them as they were. */
function parametersOf({ method: id, parameterHash }: Published): ParameterLine[] {
  const method = methods.find((one) => one.id === id && one.parameterHash === parameterHash);
  return method ? methodView(method).parameters : [];
}
