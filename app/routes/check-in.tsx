import { data, href, redirect } from "react-router";
import { answerSeat } from "~/composition/answer-check-in.server";
import { findCheckInByLink, type LinkedCheckIn, runByCheckInLink } from "~/composition/check-in-links.server";
import { formOf } from "~/composition/request.server";
import { circumstancesOf } from "~/composition/visit.server";
import { AnswerPages } from "~/features/check-ins/components/answer-pages";
import { stepNamed, stepText } from "~/features/check-ins/steps";
import { WAIT_MINUTES } from "~/features/identity/sign-in-wait";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/check-in";

/** What a link says is for its holder's eyes and this moment alone: kept nowhere, found by no search. */
const UNSEEN = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow" };

export const headers: Route.HeadersFunction = () => UNSEEN;

export const meta: Route.MetaFunction = () => [
  { title: documentTitle("Your check-in") },
  { name: "robots", content: "noindex, nofollow" },
];

const STATUS: Record<LinkedCheckIn["state"], number> = { open: 200, over: 200, nothing: 404, wait: 429 };

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const page = await findCheckInByLink(context, params.token);
  const at = stepNamed(new URL(request.url).searchParams.get("step"));
  return data({ page: toPage(page), at }, { status: STATUS[page.state], headers: UNSEEN });
}

/** What the page shows: which link it is says nothing to its holder. */
function toPage(page: LinkedCheckIn) {
  return page.state === "open" ? { state: page.state, form: page.form } : page;
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const page = await findCheckInByLink(context, params.token);
  const form = await formOf(request);
  const sent =
    page.state === "open"
      ? await answerSeat(form, page.form, (command, input) =>
          runByCheckInLink(page.linkId, command, input, circumstancesOf(context)),
        )
      : null;
  // What it opens, or why not, is the page's to say: the same words as when it is only opened.
  if (sent === null) return data({ error: {} }, { status: 404, headers: UNSEEN });
  if ("error" in sent) return data(sent, { status: 400, headers: UNSEEN });
  const own = href("/check-in/:token", params);
  throw redirect(sent.to === null ? own : `${own}?step=${stepText(sent.to)}`, { headers: UNSEEN });
}

/** What was saved of a step that is not whole is shown again. */
export function shouldRevalidate() {
  return true;
}

/** One's own answers, for whoever has no account: a step a page, until the round closes. */
export default function CheckIn({ loaderData: { page, at }, actionData, params }: Route.ComponentProps) {
  if (page.state !== "open") return <Quiet state={page.state} />;
  return (
    <div className="cg-measure">
      <AnswerPages
        form={page.form}
        at={at}
        problems={actionData?.error ?? {}}
        home={href("/check-in/:token", params)}
      />
      <p className="govuk-body-s">
        You answer as {page.form.name}, with no account. If that is not you, please close this page and tell
        who gave you the link.
      </p>
    </div>
  );
}

function Quiet({ state }: { state: Exclude<LinkedCheckIn["state"], "open"> }) {
  const { title, words } = WORDS[state];
  return (
    <div className="cg-measure">
      <PageTitle>{title}</PageTitle>
      <p className="govuk-body">{words}</p>
    </div>
  );
}

const WORDS: Record<Exclude<LinkedCheckIn["state"], "open">, { title: string; words: string }> = {
  over: {
    title: "This check-in takes no answers any more",
    words:
      "It is over, or you are asked no more. What was sent in time counts, and nobody sees what one person answered.",
  },
  nothing: {
    title: "This link opens nothing",
    words: "It may not be whole: check that you have all of it, or ask whoever gave it to you for a new one.",
  },
  wait: {
    title: "There were too many tries",
    words: `Wait ${WAIT_MINUTES} minutes, and open the link again.`,
  },
};
