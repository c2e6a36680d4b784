import { answerRequest, holdRequest, referRequest } from "~/features/requests/answer-request.commands.server";
import { askRequest, reviseRequest } from "~/features/requests/ask-request.commands.server";
import { judgeAnswer, withdrawRequest } from "~/features/requests/close-request.commands.server";
import { getRequestPage } from "~/features/requests/request.queries.server";
import { requestFilter } from "~/features/requests/request-filter";
import { findRequests } from "~/features/requests/requests.queries.server";
import { linkParts, linkVerbs } from "./links.server";
import { requestItem, requestView } from "./request-views";
import { inArea, list, one, type Resource, write } from "./resource.server";

/** What one side asked the other. */
export const requests: Resource = {
  name: "requests",
  words: { one: "request", many: "requests" },
  kind: "request",
  list: list(requestFilter, requestItem, async (actor, { tx, today }, filter) => {
    const { requests: items, ...found } = await findRequests(tx, actor, filter, today);
    return { items, ...found };
  }),
  one: one(requestView, (actor, { tx, today }, id) => getRequestPage(tx, actor, id, today)),
  parts: linkParts,
  create: { "": write(askRequest, "Ask the other side for something", inArea) },
  verbs: {
    answer: write(answerRequest, "Answer it"),
    hold: write(holdRequest, "Send a holding reply"),
    refer: write(referRequest, "Pass it on to a colleague or a team"),
    judge: write(judgeAnswer, "Say how straight the answer was"),
    revise: write(reviseRequest, "Change its words"),
    withdraw: write(withdrawRequest, "Take it back"),
    ...linkVerbs,
  },
};
