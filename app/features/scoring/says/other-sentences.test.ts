import { describe, expect, it } from "vitest";
import { emit } from "../../../composition/emitters.ts";
import { AS_OF } from "../arbitrary-facts.ts";
import { dayText } from "../day.ts";
import type { Fact } from "../facts.ts";
import { sentenceBy } from "./says-kit.ts";

const sentence = sentenceBy(emit);

describe("what was done in part, after its day, or given up", () => {
  const day = (ago: number) => dayText(AS_OF - ago);
  const promise = { type: "commitment", id: "a", by: "council", due: day(60) } as const;
  const offer = {
    type: "strength-named",
    id: "a",
    of: "community",
    on: day(100),
    answered: day(60),
  } as const;
  const barrier = {
    type: "procedure-barrier",
    id: "a",
    of: "council",
    on: day(100),
    resolved: day(60),
  } as const;
  const asked = { type: "request", id: "a", to: "council", asked: day(70), target: day(60) } as const;
  it.each<[string, Fact, string]>([
    ["T1", { ...promise, not_kept: day(50) }, "1 promise by Barley since August 2026 was given up."],
    ["T1", { ...promise, done: day(50) }, "1 promise by Barley since August 2026 was kept after its day."],
    [
      "D2",
      { ...asked, answered: day(50) },
      "1 request to Barley since August 2026 was answered after its day.",
    ],
    [
      "D4",
      { ...asked, answered: day(50), judged: "partly" },
      "1 answer by Barley since August 2026 was partly straight.",
    ],
    [
      "R5",
      { ...offer, outcome: "declined with reasons" },
      "1 strength or insight of the partnership since August 2026 was declined with reasons.",
    ],
    [
      "R5",
      { ...offer, answered: day(10), outcome: "used" },
      "1 strength or insight of the partnership since September 2026 was used by Barley after its day.",
    ],
    [
      "F5",
      { ...barrier, outcome: "habit" },
      "1 procedure of Barley that stands in the way since August 2026 stays as a habit.",
    ],
    [
      "F5",
      { ...barrier, outcome: "policy" },
      "1 procedure of Barley that stands in the way since August 2026 stays, with reasons.",
    ],
    [
      "F6",
      {
        type: "disagreement",
        id: "a",
        by: "community",
        opened: day(100),
        closed: day(60),
        outcome: "reasoned no",
      },
      "1 disagreement opened by the partnership since August 2026 ended with a reasoned no.",
    ],
    [
      "R2",
      { type: "engagement-event", id: "a", date: day(40), host: "community", other: "apologies" },
      "1 invitation from the partnership since August 2026 was answered with apologies.",
    ],
  ])("%s: %s", (id, fact, expected) => {
    expect(sentence(id, "council", [fact])).toBe(expected);
  });
});

describe("the check-in", () => {
  const answers = (who: string, given: number): Fact => {
    const trust: [number, number, number] = [given, given, given];
    const date = dayText(AS_OF - 30);
    return { type: "check-in", id: `c${who}`, who, side: "community", date, items: { trust } };
  };
  const of = (...given: number[]) =>
    sentence(
      "P",
      "council",
      given.map((one, at) => answers(String(at), one)),
      "trust",
    );

  it("counts people and gives their mean, from three on", () => {
    expect([of(), of(2, 3), of(2, 3, 4), of(5, 5, 5, 3, 3)]).toEqual([
      "",
      "",
      "3 people of the partnership answered about Barley: a mean of 3.0 of 5.",
      "5 people of the partnership answered about Barley: a mean of 4.2 of 5.",
    ]);
  });
});
