import { type Day, dateToDay } from "~/platform/calendar/day";
import { authClient, type Tx } from "~/platform/db.server";
import { type TokenView, tokenState } from "./token";

/** A token in force: what it is for, and whose it is. */
export type LiveToken = {
  id: string;
  name: string;
  mayWrite: boolean;
  /** It reads what is published for research, and nothing else. */
  onlyResearch: boolean;
  areaSlug: string | null;
  lastDay: Day;
  owner: { id: string; name: string; email: string; demo: boolean };
};

type Row = {
  id: string;
  name: string;
  may_write: boolean;
  only_research: boolean;
  area_slug: string | null;
  last_day: Date;
  user_id: string;
  user_name: string;
  email: string;
  demo: boolean;
};

/** The token of this hash, where it is in force today; null: there is none. Its day of last use is kept. */
export async function findLiveToken(hash: string, today: Day): Promise<LiveToken | null> {
  const [row] = await authClient().$queryRaw<Row[]>`SELECT * FROM app.find_token(${hash}, ${today}::date)`;
  if (!row) return null;
  const { id, name, may_write: mayWrite, only_research: onlyResearch, area_slug: areaSlug, last_day } = row;
  const owner = { id: row.user_id, name: row.user_name, email: row.email, demo: row.demo };
  return { id, name, mayWrite, onlyResearch, areaSlug, lastDay: dateToDay(last_day), owner };
}

const SHOWN_MOST = 100;

/** One's own tokens, the newest first. */
export async function findTokens(tx: Tx, userId: string, today: Day): Promise<TokenView[]> {
  const rows = await tx.apiToken.findMany({
    where: { userId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      name: true,
      prefix: true,
      mayWrite: true,
      onlyResearch: true,
      createdAt: true,
      lastDay: true,
      lastUsedOn: true,
      revokedAt: true,
      areaId: true,
      area: { select: { name: true } },
    },
    take: SHOWN_MOST,
  });
  return rows.map(({ mayWrite, onlyResearch, lastDay, lastUsedOn, revokedAt, areaId, area, ...token }) => ({
    ...token,
    access: onlyResearch ? "research" : mayWrite ? "write" : "read",
    // An area one no longer stands in has no name here, and its token opens nothing.
    area: areaId === null ? null : (area?.name ?? "An area you no longer have"),
    lastDay: dateToDay(lastDay),
    lastUsedOn: lastUsedOn && dateToDay(lastUsedOn),
    state: tokenState({ revoked: revokedAt !== null, lastDay: dateToDay(lastDay) }, today),
  }));
}

/** The areas a token can be made for, by their names. */
export async function findTokenAreas(tx: Tx, areaIds: readonly string[]) {
  return tx.area.findMany({
    where: { id: { in: [...areaIds] } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { slug: true, name: true },
  });
}
