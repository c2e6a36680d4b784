import type { Day } from "~/platform/calendar/day";
import { CHECK_STATES } from "./check";
import type { Review } from "./review";

/** A document to print or to send: paragraphs and tables under headings. Days are given in words. */
export type DocumentView = {
  title: string;
  opening: readonly string[];
  sections: readonly {
    heading: string;
    paragraphs: readonly string[];
    table?: { heads: readonly string[]; rows: readonly (readonly string[])[] };
  }[];
};

type Handed = { area: string; submittedBy: string | null; submittedOn: Day | null };
type SayDay = (day: Day) => string;

const yesNo = (value: boolean | null) => (value === null ? "Not known" : value ? "Yes" : "No");

/** The yearly review as a document. `sayDay` puts a day into words. */
export function reviewDocument(
  review: Review,
  { area, submittedBy, submittedOn }: Handed,
  sayDay: SayDay,
): DocumentView {
  const { year, programme, asOf, answers } = review;
  const handed = submittedOn
    ? `Handed in on ${sayDay(submittedOn)} by ${submittedBy}.`
    : "A draft: it is not handed in yet.";
  const answered = answers.map(({ asks, text }) => ({
    heading: asks,
    paragraphs: (text ?? "Not answered yet.").split(/\r?\n/),
  }));
  return {
    title: `${area}: review of the partnership ${year}`,
    opening: [`${programme}. As it stood on ${sayDay(asOf)}.`, handed],
    sections: [membersPart(review, sayDay), ...answered, rulesPart(review, sayDay)],
  };
}

function membersPart({ members }: Review, sayDay: SayDay): DocumentView["sections"][number] {
  const heads = ["Name", "Role", "Lives in the area", "Votes", "Form signed"];
  const rows = members.map(({ name, role, livesHere, voting, formSignedOn }) => [
    name,
    role,
    yesNo(livesHere),
    yesNo(voting),
    formSignedOn ? sayDay(formSignedOn) : "Not signed",
  ]);
  return { heading: "The members", paragraphs: [], table: { heads, rows } };
}

function rulesPart({ checks }: Review, sayDay: SayDay): DocumentView["sections"][number] {
  const heads = ["Rule", "How it stands", "Why", "What is being done"];
  const rows = checks.map(({ title, state, says, plan }) => [
    title,
    CHECK_STATES[state],
    says,
    plan ? `${plan.doing}${plan.who ? ` (${plan.who})` : ""}, by ${sayDay(plan.byOn)}` : "",
  ]);
  return { heading: "The rules, and what is done about them", paragraphs: [], table: { heads, rows } };
}
