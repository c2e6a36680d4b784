import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router";
import { describe, expect, it } from "vitest";
import { danglingParts } from "../../../ui/markup-checks.ts";
import { currentMethod } from "../../scoring/methods/index.ts";
import type { RoundView, SeatForm } from "../check-in.ts";
import { QUESTIONS } from "../question-list.ts";
import { resultsOf, type Voice } from "../results.ts";
import { STEPS } from "../steps.ts";
import { AnswerPages } from "./answer-pages.tsx";
import { OpenRound } from "./open-round.tsx";
import { ReleasedView } from "./released-view.tsx";
import { ResultsOverTime } from "./results-over-time.tsx";
import { RoundList } from "./round-list.tsx";
import { SeatList } from "./seat-list.tsx";

const names = { community: "the partnership", council: "Barley Borough" };
const [first, second] = STEPS;

function html(element: ReactElement): string {
  const router = createMemoryRouter([{ path: "*", element }]);
  return renderToStaticMarkup(<RouterProvider router={router} />).replaceAll("&#x27;", "’");
}

const seat: SeatForm = {
  roundId: "r",
  seatId: "s",
  name: "Ana",
  side: "community",
  about: "Barley Borough",
  areaName: "Oakfield",
  lastDay: "2026-10-14" as SeatForm["lastDay"],
  answers: null,
  draft: { "recognition.1": 4, "recognition.2": null },
};
const answers = Object.fromEntries(QUESTIONS.map(({ id }) => [id, 5])) as SeatForm["answers"];
const round: RoundView = {
  id: "r",
  state: "open",
  openedOn: "2026-10-01" as RoundView["openedOn"],
  closesOn: "2026-10-15" as RoundView["closesOn"],
  lastDay: "2026-10-14" as RoundView["lastDay"],
  isOver: false,
  endedOn: null,
  openedBy: "council",
  mine: { seatId: "s", answered: false, hasDraft: true },
  ownSide: null,
  can: { open: false, invite: true, callOff: true, answer: true },
};
const people = (side: Voice["side"], ...all: number[]): Voice[] =>
  all.map((one) => {
    const three: [number, number, number] = [one, one, one];
    return {
      side,
      answers: { recognition: three, trust: three, dialogue: three, flexibility: three, ownership: three },
    };
  });
const views = resultsOf(
  [...people("community", 1, 1, 1), ...people("council", 5, 5, 5)],
  20_000,
  currentMethod,
);
const few = resultsOf(people("council", 4, 4, 4), 20_000, currentMethod);
const nothing = Object.fromEntries(QUESTIONS.map(({ id }) => [id, null])) as Parameters<
  typeof ReleasedView
>[0]["seen"]["means"]["council"];

describe("the answering pages", () => {
  const page = (form: SeatForm, at: Parameters<typeof AnswerPages>[0]["at"] = null, problems = {}) =>
    html(<AnswerPages form={form} at={at} problems={problems} home="/here" />);

  it("go on where something is open, with what was chosen, and say first who sees what", () => {
    const said = page(seat);
    expect(said).toContain("step 1 of 5");
    expect(said).toContain("Nobody sees your own answers");
    expect(said.match(/checked=""/g)).toHaveLength(2);
    expect(said.match(/type="radio"/g)).toHaveLength(18);
    expect(danglingParts(said)).toEqual([]);
  });

  it("put a problem beside its question, and lead to it", () => {
    const said = page(seat, first, { "recognition.3": ["Choose one"] });
    expect(said).toContain('href="#recognition-3"');
    expect(said).toContain('id="recognition-3"');
    expect(danglingParts(said)).toEqual([]);
  });

  it("say on each further step about whom, and lead back", () => {
    const said = page(seat, second);
    expect(said).toContain("“They” are Barley Borough");
    expect(said).toContain("/here?step=recognition");
    expect(said).not.toContain("Nobody sees your own answers");
  });

  it("show everything to look over, and what stands once it is sent", () => {
    const check = page({ ...seat, answers }, "check");
    expect(check).toContain("Check your answers about Barley Borough");
    expect(check).toContain("Not answered yet");
    expect(danglingParts(check)).toEqual([]);
    const sent = page({ ...seat, answers });
    expect(sent).toContain("You have answered about Barley Borough");
    expect(sent).toContain("Look over the change");
    expect(sent.match(/Strongly agree/g)).toHaveLength(15);
    expect(danglingParts(sent)).toEqual([]);
  });
});

describe("the pages of rounds", () => {
  it("say until when one is open, and offer the reader’s own answers alone", () => {
    const said = html(<OpenRound round={round} names={names} answerHref="/answer" />);
    expect(said).toContain("Wednesday 14 October 2026");
    expect(said).toContain("Go on answering");
    const rows = html(
      <RoundList rounds={[{ ...round, ownSide: null, href: "/r", flagged: ["trust"] }]} names={names} />,
    );
    expect(rows).toContain("Check-in of 1 October 2026");
    expect(rows).toContain("Your answers are wanted");
  });

  it("say who has answered, and nothing of what", () => {
    const said = html(
      <SeatList
        people={[
          { seatId: "a", name: "Ana", answered: true, via: "account" },
          { seatId: "b", name: "Ben", answered: false, via: "link" },
        ]}
        canInvite
        formKey={undefined}
      />,
    );
    expect(said.match(/Ask no more/g)).toHaveLength(1);
    expect(said).toContain("Make a link");
    expect(danglingParts(said)).toEqual([]);
  });

  it("give both levels before any gap, and no gap without both", () => {
    const seen = {
      releasedOn: "2026-10-15" as RoundView["closesOn"],
      people: { community: 3, council: 3 },
      means: { community: nothing, council: nothing },
    };
    const shown = (these: typeof views) =>
      html(<ReleasedView seen={seen} views={these} names={names} hrefOf={(one) => `/${one}`} />);
    const said = shown(views);
    expect(said).toContain("100 points apart");
    expect(said).toContain("On trust, the partnership puts Barley Borough at 0 out of 100");
    expect(said).toContain("Worth talking about");
    expect(danglingParts(said)).toEqual([]);
    expect(shown(few)).not.toContain("points apart");
    expect(shown(few)).toContain("Too few answered");
  });

  it("show levels over time from two rounds on", () => {
    const one = { id: "a", on: "2026-01-01", views };
    expect(html(<ResultsOverTime rounds={[one]} names={names} />)).toBe("");
    const two = html(
      <ResultsOverTime rounds={[one, { id: "b", on: "2026-04-01", views: few }]} names={names} />,
    );
    expect(two).toContain(
      "What the partnership says: 0, once. What Barley Borough says went from 100 to 75.",
    );
    expect(two).toContain("Too few");
    expect(danglingParts(two)).toEqual([]);
  });
});
