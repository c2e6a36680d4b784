import { data } from "react-router";
import { answerByLink } from "~/composition/answer-by-link.server";
import {
  type AnswerPage,
  asksAhead,
  findAnsweringLink,
  findAnswerPage,
} from "~/composition/answer-page.server";
import { formOf } from "~/composition/request.server";
import { WAIT_MINUTES } from "~/features/identity/sign-in-wait";
import { AnswerFormView } from "~/features/links/components/answer-form-view";
import { AnswerThingView } from "~/features/links/components/answer-thing-view";
import { formatDay } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/answer";

/** What a link says is for its holder's eyes and this moment alone: kept nowhere, found by no search. */
const UNSEEN = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow" };

export const headers: Route.HeadersFunction = () => UNSEEN;

export const meta: Route.MetaFunction = () => [
  { title: documentTitle("Your answer") },
  { name: "robots", content: "noindex, nofollow" },
];

const STATUS: Record<AnswerPage["state"], number> = {
  open: 200,
  spent: 200,
  closed: 200,
  nothing: 404,
  wait: 429,
};

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const page = await findAnswerPage(context, params.token, asksAhead(request));
  return data(page, { status: STATUS[page.state], headers: UNSEEN });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  const link = await findAnsweringLink(context, params.token);
  // What it opens, or why not, is the page's to say: the same words as when it is only opened.
  if (link === null) return data(null, { status: 404, headers: UNSEEN });
  const backTo = new URL(request.url).pathname.replace(/\.data$/, "");
  const answer = await answerByLink(context, form, link, backTo);
  return answer ?? data(null, { status: 404, headers: UNSEEN });
}

/** One thing, for one person without an account, to answer once. */
export default function Answer({ loaderData: page, actionData }: Route.ComponentProps) {
  if (page.state !== "open") return <Quiet page={page} />;
  const { forms, ...about } = page;
  return (
    <div className="cg-measure">
      <AnswerThingView {...about} />
      {forms.map((form) => (
        <AnswerFormView form={form} sent={actionData ?? undefined} key={form.answer} />
      ))}
      <PrintButton />
    </div>
  );
}

function Quiet({ page }: { page: Exclude<AnswerPage, { state: "open" }> }) {
  const { title, words } = WORDS[page.state];
  return (
    <div className="cg-measure">
      <PageTitle>{title}</PageTitle>
      {page.state === "spent" ? (
        <p className="govuk-body">
          On {formatDay(page.on)} you {page.answered}. Both sides can read it. Thank you.
        </p>
      ) : null}
      <p className="govuk-body">{words}</p>
    </div>
  );
}

const WORDS: Record<Exclude<AnswerPage["state"], "open">, { title: string; words: string }> = {
  spent: {
    title: "This link has been used",
    words: "It takes one answer. To say more, ask whoever gave it to you for another one.",
  },
  closed: {
    title: "There is nothing left to answer",
    words: "It was answered or taken back in the meantime. You need do nothing.",
  },
  nothing: {
    title: "This link opens nothing",
    words:
      "It may be over, or not whole: check that you have all of it, or ask whoever gave it to you for a new one.",
  },
  wait: {
    title: "There were too many tries",
    words: `Wait ${WAIT_MINUTES} minutes, and open the link again.`,
  },
};
