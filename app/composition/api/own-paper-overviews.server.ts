import { z } from "zod";
import type { AreaActor } from "~/features/identity/actor";
import { isPartnerships } from "~/features/partnership/partnership.policy";
import { findOwnLog, findTakenOff } from "../partnership-log.server";
import { findOverview } from "../partnership-page.server";
import type { Reading } from "../request.server";
import { ownLogView, partnershipView, takenOffView } from "./own-paper-views";
import { noQuestions } from "./paging";
import { type AreaView, areaView } from "./resource.server";

/** Of the partnership's own a council is told nothing. */
const theirs = async <T>(actor: AreaActor, find: () => Promise<T>): Promise<T | null> =>
  isPartnerships(actor) ? find() : null;

/** How the partnership stands, and what was done to its papers: its own alone. */
export const ownOverviews: readonly AreaView[] = [
  areaView(
    {
      name: "partnership",
      says: "How the partnership stands: the rules of its programme, and what it is made of",
    },
    noQuestions,
    partnershipView,
    (actor, reading) => theirs(actor, () => findOverview(actor, reading)),
  ),
  areaView(
    { name: "partnership-log", says: "What was done to the partnership’s own papers, the newest first" },
    z.object({ page: z.coerce.number().int().min(1).max(10_000).optional() }),
    ownLogView,
    (actor, reading, { page = 1 }) => theirs(actor, () => findOwnLog(actor, reading, page)),
  ),
  areaView(
    { name: "partnership-taken-off", says: "Lines of those papers that were taken off, to be put back" },
    noQuestions,
    takenOffView,
    (actor, reading: Reading) => theirs(actor, async () => ({ items: await findTakenOff(actor, reading) })),
  ),
];
