import { z } from "zod";
import { changeMou } from "~/features/agreements/change-mou.commands.server";
import { linkClause, unlinkClause } from "~/features/agreements/clause-links.commands.server";
import { draftMou, reviseDraft } from "~/features/agreements/draft-mou.commands.server";
import { agreeEnd, askEnd, refuseEnd } from "~/features/agreements/end-mou.commands.server";
import { getMouPage } from "~/features/agreements/mou.queries.server";
import { mouFilter } from "~/features/agreements/mou-filter";
import { getMouVersions } from "~/features/agreements/mou-versions.queries.server";
import { findMous } from "~/features/agreements/mous.queries.server";
import { agreeMou, counterMou, dropMou, proposeMou } from "~/features/agreements/propose-mou.commands.server";
import {
  agreeReview,
  finishReview,
  reopenReview,
  startReview,
} from "~/features/agreements/review-mou.commands.server";
import { markSignedCopy, signMou } from "~/features/agreements/sign-mou.commands.server";
import { daySchema } from "~/platform/calendar/day-schema";
import { agreementItem, agreementView, versionsView } from "./agreement-views";
import { inArea, list, one, part, type Resource, write } from "./resource.server";

const version = z.coerce.number().int().min(1).max(1_000).optional();

/** What the two sides have written down between them. */
export const agreements: Resource = {
  name: "agreements",
  words: { one: "agreement", many: "agreements" },
  kind: "mou",
  list: list(mouFilter, agreementItem, async (actor, { tx, today }, filter) => {
    const { mous: items, count, page, pages } = await findMous(tx, actor, filter, today);
    return { items, count, page, pages };
  }),
  one: one(agreementView, (actor, { tx, today }, id) => getMouPage(tx, actor, id, today)),
  parts: {
    versions: part(
      {
        says: "Its versions, the text that held on a day, and what changed from one to another",
        query: z.object({ on: daySchema.optional(), from: version, to: version }),
      },
      versionsView,
      (actor, { tx, today }, { id, query: { on = today, from, to } }) =>
        getMouVersions(tx, actor, id, { on, from, to }),
    ),
  },
  create: { "": write(draftMou, "Draft an agreement", inArea) },
  verbs: {
    revise: write(reviseDraft, "Change the draft"),
    propose: write(proposeMou, "Put it on the table"),
    counter: write(counterMou, "Put other words on the table"),
    agree: write(agreeMou, "Agree to its words"),
    drop: write(dropMou, "Give it up"),
    sign: write(signMou, "Note a signature"),
    "signed-copy": write(markSignedCopy, "Say which file is the signed copy"),
    "start-review": write(startReview, "Begin a review"),
    "finish-review": write(finishReview, "Say what the review came to"),
    "agree-review": write(agreeReview, "Agree to what the review came to"),
    "reopen-review": write(reopenReview, "Go on with the review"),
    "ask-end": write(askEnd, "Ask to end it"),
    "agree-end": write(agreeEnd, "Agree to its end"),
    "refuse-end": write(refuseEnd, "Say that it goes on"),
    change: write(changeMou, "Put a change of it to the other side"),
    link: write(linkClause, "Link a clause with a promise or milestone"),
    unlink: write(unlinkClause, "Take such a link away"),
  },
};
