import { keptWords, RETENTION } from "~/features/retention/schedule";
import { systemClock } from "~/platform/clock";
import { londonDay } from "~/ui/format-date";
import { readAdmin } from "./admin.server";
import { countDue } from "./retention.server";

type Context = Parameters<typeof readAdmin>[0];
const SEARCHED = 500;

/** The rules with what of each is due today and when something went last: counts alone. */
export async function loadRetention(context: Context) {
  const due = new Map((await countDue(systemClock)).map(({ rule, rows }) => [rule.id, rows]));
  return readAdmin(context, async (_, { tx }) => {
    const events = await tx.event.findMany({
      where: { command: { in: ["retention.applied", "retention.run"] }, areaId: null },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: SEARCHED,
      select: { at: true, command: true, data: true },
    });
    const told = events.map(({ at, command, data }) => ({ at, command, ...readData(data) }));
    const last = told.find(({ command }) => command === "retention.run");
    return {
      last: last ? { at: last.at, rows: last.rows } : null,
      lines: RETENTION.map((rule) => {
        const went = told.find((one) => one.command === "retention.applied" && one.rule === rule.id);
        return {
          ...{ id: rule.id, what: rule.what, why: rule.why, kept: keptWords(rule) },
          due: due.get(rule.id) ?? null,
          last: went ? { on: londonDay(went.at), rows: went.rows } : null,
        };
      }),
    };
  });
}

function readData(data: unknown): { rule: string; rows: number } {
  const { rule, rows } = (typeof data === "object" && data !== null ? data : {}) as Record<string, unknown>;
  return { rule: typeof rule === "string" ? rule : "", rows: typeof rows === "number" ? rows : 0 };
}
