import { z } from "zod";
import { STEP_FILTERS } from "~/features/actions/action-view";
import { getAreaFrame, getRelationshipsOf } from "~/features/areas/areas.queries.server";
import { findBin, findVoided } from "~/features/records/bin.queries.server";
import { RECORD_KINDS } from "~/features/records/record";
import { daySchema } from "~/platform/calendar/day-schema";
import { idSchema } from "~/platform/ids";
import { findActions } from "../actions.server";
import { chooseRelationship } from "../health.server";
import { findCoverage } from "../people-coverage.server";
import { findMap } from "../people-side.server";
import { findTimeline } from "../timeline.server";
import { actionsView } from "./action-views";
import { areaFrameView, timelineView } from "./area-view-schemas";
import { binView } from "./bin-view";
import { closingView } from "./closing.server";
import { healthComponents, healthOverview } from "./health-components.server";
import { twiceView } from "./merging.server";
import { ownOverviews } from "./own-paper-overviews.server";
import { noQuestions } from "./paging";
import { coverageView, mapView } from "./people-overviews";
import { type AreaView, areaView } from "./resource.server";

const council = z.string().max(100).optional();

const frame = areaView(
  { name: "", says: "The area, and the councils the token's owner has to do with there" },
  noQuestions,
  areaFrameView,
  async (actor, { tx }) => {
    const { name, partnership } = await getAreaFrame(tx, actor);
    const { areaSlug: slug, side, role } = actor;
    return { slug, name, partnership, side, role, relationships: await getRelationshipsOf(tx, actor) };
  },
);

const actions = areaView(
  { name: "actions", says: "Next steps: one's own side's, the other side's, and what would tell more" },
  z.object({
    council,
    steps: z.enum(STEP_FILTERS).default("all"),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  actionsView,
  async (actor, { tx, today }, { council: wanted, steps: filter, page }) => {
    const choice = await chooseRelationship(tx, actor, wanted ?? null);
    const lists = choice && (await findActions(tx, actor, choice.chosen.id, today, { filter, page }));
    return lists && { council: choice.chosen.slug, ...lists };
  },
);

const timeline = areaView(
  {
    name: "timeline",
    says: "Everything its reader may see, the newest first; on the first page what is ahead",
  },
  z.object({
    kind: z.enum(RECORD_KINDS).optional(),
    side: z.enum(["council", "community"]).optional(),
    council,
    person: idSchema.optional(),
    from: daySchema.optional(),
    to: daySchema.optional(),
    page: z.coerce.number().int().min(1).max(10_000).optional(),
  }),
  timelineView,
  async (actor, { tx, today }, asked) => {
    const filter = { ...asked, from: asked.from ?? null, to: asked.to ?? null, page: asked.page ?? 1 };
    const { lines: items, ...found } = await findTimeline(tx, actor, filter, today);
    return { items, ...found };
  },
);

const bin = areaView(
  { name: "bin", says: "What one's own side took back, and what both sides agreed does not count" },
  noQuestions,
  binView,
  async (actor, { tx }) => ({ binned: await findBin(tx, actor), voided: await findVoided(tx, actor) }),
);

const map = areaView(
  { name: "people-map", says: "Whom one's own side has placed by interest and influence" },
  noQuestions,
  mapView,
  async (actor, { tx, today }) => ({ lines: await findMap(tx, actor, today) }),
);

const coverage = areaView(
  {
    name: "people-coverage",
    says: "How far ties reach: live contacts by level, single-person risks, empty posts",
  },
  noQuestions,
  coverageView,
  (actor, { tx, today }) => findCoverage(tx, actor, today),
);

/** What the API shows of an area as a whole. */
export const AREA_VIEWS: readonly AreaView[] = [
  frame,
  healthOverview,
  ...healthComponents,
  actions,
  timeline,
  bin,
  map,
  coverage,
  twiceView,
  closingView,
  ...ownOverviews,
];
