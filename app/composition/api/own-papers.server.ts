import type { z } from "zod";
import type { AreaActor } from "~/features/identity/actor";
import { keepDecision } from "~/features/partnership/decisions.commands.server";
import type { LineKind } from "~/features/partnership/line";
import { putBack, takeOff } from "~/features/partnership/lines.commands.server";
import {
  findDecisions,
  findInterests,
  findMembers,
  findMendings,
  findPlanTexts,
  findPolicies,
} from "~/features/partnership/lines.queries.server";
import { endMember, keepMember } from "~/features/partnership/members.commands.server";
import {
  keepInterest,
  keepMending,
  keepPlan,
  keepPolicy,
} from "~/features/partnership/papers.commands.server";
import { isPartnerships } from "~/features/partnership/partnership.policy";
import { draftReview, handInReview, startReview } from "~/features/partnership/reviews.commands.server";
import { findReview } from "~/features/partnership/reviews.queries.server";
import type { Tx } from "~/platform/db.server";
import { filledReview, findReviewList } from "../partnership-review.server";
import {
  decisionItem,
  interestItem,
  memberItem,
  mendingItem,
  planItem,
  policyItem,
  reviewItem,
  reviewView,
} from "./own-paper-views";
import { noQuestions, onePage } from "./paging";
import {
  type Fixed,
  inArea,
  inAreaWithId,
  list,
  one,
  type Resource,
  type Write,
  write,
} from "./resource.server";

/** A new line has no id yet. */
const newLine: Fixed = { names: ["area", "id"], values: ({ area }) => ({ area }) };
const ofKind = (kind: LineKind): Fixed => ({
  names: ["area", "id", "kind"],
  values: ({ area, id }) => ({ area, id, kind }),
});

type Told<I extends z.ZodObject> = {
  kind: LineKind;
  name: string;
  words: Resource["words"];
  item: I;
  find: (tx: Tx, actor: AreaActor) => Promise<(z.input<I> & { id: string })[]>;
  /** Keeps a line of it: a new one, or one that is there. */
  keep: (says: string, fixed: Fixed) => Write;
  verbs?: Resource["verbs"];
};

/** A list of the partnership's own: to a council there is none. */
function paper<I extends z.ZodObject>({ kind, name, words, item, find, keep, verbs }: Told<I>): Resource {
  return {
    name: `partnership-${name}`,
    words,
    kind: null,
    isFor: isPartnerships,
    list: list(noQuestions, item, async (actor, { tx }) => onePage(await find(tx, actor))),
    one: one(
      item,
      async (actor, { tx }, id) => (await find(tx, actor)).find((each) => each.id === id) ?? null,
    ),
    create: { "": keep(`Write down: ${words.one}`, newLine) },
    verbs: {
      change: keep("Change what is written", inAreaWithId),
      "take-off": write(takeOff, "Take it off its list", ofKind(kind)),
      "put-back": write(putBack, "Put it back on its list", ofKind(kind)),
      ...verbs,
    },
  };
}

const reviews: Resource = {
  name: "partnership-reviews",
  words: { one: "yearly review", many: "yearly reviews" },
  kind: null,
  isFor: isPartnerships,
  list: list(noQuestions, reviewItem, async (actor, reading) =>
    onePage((await findReviewList(actor, reading)).reviews),
  ),
  one: one(reviewView, async (actor, reading, id) => {
    const row = await findReview(reading.tx, actor, id);
    if (!row) return null;
    const { revision, submittedOn, submittedBy } = row;
    return { ...(await filledReview(actor, reading, row)), id, revision, submittedOn, submittedBy };
  }),
  create: { "": write(startReview, "Begin the review of a year, or go on with it", inArea) },
  verbs: {
    draft: write(draftReview, "Keep the answers written so far", inAreaWithId),
    "hand-in": write(handInReview, "Hand it in, as it stands", inAreaWithId),
  },
};

/** What the partnership writes down about itself. */
export const ownPapers: readonly Resource[] = [
  paper({
    kind: "member",
    name: "members",
    words: { one: "member of the partnership", many: "members of the partnership, past and present" },
    item: memberItem,
    find: findMembers,
    keep: (says, fixed) => write(keepMember, says, fixed),
    verbs: { end: write(endMember, "Say which day they left", inAreaWithId) },
  }),
  paper({
    kind: "policy",
    name: "policies",
    words: { one: "policy of the partnership", many: "policies of the partnership" },
    item: policyItem,
    find: findPolicies,
    keep: (says, fixed) => write(keepPolicy, says, fixed),
  }),
  paper({
    kind: "interest",
    name: "interests",
    words: { one: "declared interest", many: "declared interests" },
    item: interestItem,
    find: findInterests,
    keep: (says, fixed) => write(keepInterest, says, fixed),
  }),
  paper({
    kind: "decision",
    name: "decisions",
    words: { one: "decision of the partnership", many: "decisions of the partnership" },
    item: decisionItem,
    find: findDecisions,
    keep: (says, fixed) => write(keepDecision, says, fixed),
  }),
  paper({
    kind: "plan",
    name: "plans",
    words: { one: "words of the plan", many: "words of the plan, past and present" },
    item: planItem,
    find: findPlanTexts,
    keep: (says, fixed) => write(keepPlan, says, fixed),
  }),
  paper({
    kind: "mending",
    name: "mendings",
    words: { one: "what is being done about a rule", many: "things being done about the rules" },
    item: mendingItem,
    find: findMendings,
    keep: (says, fixed) => write(keepMending, says, fixed),
  }),
  reviews,
];
