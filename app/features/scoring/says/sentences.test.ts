import { describe, expect, it } from "vitest";
import { emit } from "../../../composition/emitters.ts";
import { AS_OF } from "../arbitrary-facts.ts";
import { dayText } from "../day.ts";
import type { Fact, Side } from "../facts.ts";
import { rules } from "../rules/index.ts";
import { EXAMPLES } from "./examples.ts";
import { sentenceBy } from "./says-kit.ts";

const sentence = sentenceBy(emit);

/**
 * By indicator: of one record that speaks ill of the council; of one ill and one well; of two ill and one well; of one
 * ill that is disputed; and, where each side has its own, of one that speaks well of the community, while another
 * speaks ill of the council.
 */
const SAYS: Readonly<Record<string, readonly string[]>> = {
  R1: [
    "1 aim of the partnership since September 2026 waits past its day for Barley, by 20 days.",
    "1 of 2 aims of the partnership since August 2026 waits past its day for Barley, by 20 days; 1 was acknowledged or understood by Barley.",
    "2 of 3 aims of the partnership since August 2026 wait past their day for Barley (67%), the oldest by 20 days; 1 was acknowledged or understood by Barley.",
    "1 aim of the partnership since September 2026 waits past its day for Barley, by 20 days. It is disputed and counts half.",
    "1 aim of Barley since August 2026 was acknowledged or understood by the partnership.",
  ],
  R2: [
    "1 invitation from the partnership since September 2026 found nobody of Barley there.",
    "1 of 2 invitations from the partnership since September 2026 found nobody of Barley there; 1 was taken up by Barley.",
    "2 of 3 invitations from the partnership since September 2026 found nobody of Barley there (67%); 1 was taken up by Barley.",
    "1 invitation from the partnership since September 2026 found nobody of Barley there. It is disputed and counts half.",
    "1 invitation from Barley since September 2026 was taken up by the partnership.",
  ],
  R3: [
    "1 lead’s post of Barley since September 2026 is empty past its day, by 10 days.",
    "1 of 2 lead’s posts of Barley since August 2026 is empty past its day, by 10 days; 1 has its holder, or was filled in time.",
    "2 of 3 lead’s posts of Barley since August 2026 are empty past their day (67%), the oldest by 10 days; 1 has its holder, or was filled in time.",
    "1 lead’s post of Barley since September 2026 is empty past its day, by 10 days. It is disputed and counts half.",
    "1 lead’s post of the partnership since August 2026 has its holder, or was filled in time.",
  ],
  R4: [
    "1 milestone of the partnership since September 2026 waits past its day to be noticed by Barley, by 20 days.",
    "1 of 2 milestones of the partnership since August 2026 waits past its day to be noticed by Barley, by 20 days; 1 was acknowledged by Barley in time.",
    "2 of 3 milestones of the partnership since August 2026 wait past their day to be noticed by Barley (67%), the oldest by 20 days; 1 was acknowledged by Barley in time.",
    "1 milestone of the partnership since September 2026 waits past its day to be noticed by Barley, by 20 days. It is disputed and counts half.",
    "1 milestone of Barley since August 2026 was acknowledged by the partnership in time.",
  ],
  R5: [
    "1 strength or insight of the partnership since August 2026 waits past its day for Barley, by 40 days.",
    "1 of 2 strengths and insights of the partnership since August 2026 waits past its day for Barley, by 40 days; 1 was used by Barley in time.",
    "2 of 3 strengths and insights of the partnership since August 2026 wait past their day for Barley (67%), the oldest by 40 days; 1 was used by Barley in time.",
    "1 strength or insight of the partnership since August 2026 waits past its day for Barley, by 40 days. It is disputed and counts half.",
    "1 strength or insight of Barley since August 2026 was used by the partnership in time.",
  ],
  T1: [
    "1 promise by Barley since August 2026 is past its day, by 60 days.",
    "1 of 2 promises by Barley since August 2026 is past its day, by 60 days; 1 was kept by its day.",
    "2 of 3 promises by Barley since August 2026 are past their day (67%), the oldest by 60 days; 1 was kept by its day.",
    "1 promise by Barley since August 2026 is past its day, by 60 days. It is disputed and counts half.",
    "1 promise by the partnership since August 2026 was kept by its day.",
  ],
  T2: [
    "1 meeting agreed with Barley since August 2026 was missed, or called off at short notice.",
    "1 of 2 meetings agreed with Barley since August 2026 was missed, or called off at short notice; 1 was held with both.",
    "2 of 3 meetings agreed with Barley since August 2026 were missed, or called off at short notice (67%); 1 was held with both.",
    "1 meeting agreed with Barley since August 2026 was missed, or called off at short notice. It is disputed and counts half.",
    "1 meeting agreed with the partnership since August 2026 was held with both.",
  ],
  T3: [
    "3 of 3 steps of handing over at Barley since August 2026 are past their day, the oldest by 60 days.",
    "3 of 6 steps of handing over at Barley since August 2026 are past their day, the oldest by 60 days; 3 were done in time.",
    "6 of 9 steps of handing over at Barley since August 2026 are past their day (67%), the oldest by 60 days; 3 were done in time.",
    "3 of 3 steps of handing over at Barley since August 2026 are past their day, the oldest by 60 days. 3 of them are disputed and count half.",
    "3 of 3 steps of handing over at the partnership since August 2026 were done in time.",
  ],
  T4: [
    "1 promise by Barley since August 2026 is past its first day with no word to the partnership, by 60 days.",
    "1 of 2 promises by Barley since August 2026 is past its first day with no word to the partnership, by 60 days; 1 was kept, or the partnership had word, by its first day.",
    "2 of 3 promises by Barley since August 2026 are past their first day with no word to the partnership (67%), the oldest by 60 days; 1 was kept, or the partnership had word, by its first day.",
    "1 promise by Barley since August 2026 is past its first day with no word to the partnership, by 60 days. It is disputed and counts half.",
    "1 promise by the partnership since August 2026 was kept, or Barley had word, by its first day.",
  ],
  T5: [
    "The agreement is signed by one side so far; it was last signed or looked at on 12 August 2026.",
    "The agreement is signed by both sides; it was last signed or looked at on 22 August 2026.",
    "The agreement is signed by both sides; it was last signed or looked at on 22 August 2026.",
    "The agreement is signed by one side so far; it was last signed or looked at on 12 August 2026. It is disputed and counts half.",
  ],
  D1: [
    "The last contact was on 23 June 2026, 60 days before: 18 days more than the 42 that cost nothing. Counted to 22 August 2026 only: nothing has been recorded lately.",
    "The last contact was on 2 August 2026, 60 days before: 18 days more than the 42 that cost nothing.",
    "The last contact was on 2 August 2026, 60 days before: 18 days more than the 42 that cost nothing.",
  ],
  D2: [
    "1 request to Barley since August 2026 waits past its day for an answer, by 50 days.",
    "1 of 2 requests to Barley since August 2026 waits past its day for an answer, by 50 days; 1 was answered in time.",
    "2 of 3 requests to Barley since August 2026 wait past their day for an answer (67%), the oldest by 50 days; 1 was answered in time.",
    "1 request to Barley since August 2026 waits past its day for an answer, by 50 days. It is disputed and counts half.",
    "1 request to the partnership since August 2026 was answered in time.",
  ],
  D3: [
    "1 meeting since August 2026 has no notes sent, past their day, by 46 days.",
    "1 of 2 meetings since August 2026 has no notes sent, past their day, by 46 days; 1 had its notes sent in time.",
    "2 of 3 meetings since August 2026 have no notes sent, past their day (67%), the oldest by 46 days; 1 had its notes sent in time.",
    "1 meeting since August 2026 has no notes sent, past their day, by 46 days. It is disputed and counts half.",
  ],
  D4: [
    "1 answer by Barley since August 2026 was not straight, as the partnership sees it.",
    "1 of 2 answers by Barley since August 2026 was not straight, as the partnership sees it; 1 was straight.",
    "2 of 3 answers by Barley since August 2026 were not straight, as the partnership sees it (67%); 1 was straight.",
    "1 answer by Barley since August 2026 was not straight, as the partnership sees it. It is disputed and counts half.",
    "1 answer by the partnership since August 2026 was straight.",
  ],
  D5: [
    "1 piece of news of Barley since August 2026 is to be told and past its day, by 46 days.",
    "1 of 2 pieces of news of Barley since August 2026 is to be told and past its day, by 46 days; 1 was told in time.",
    "2 of 3 pieces of news of Barley since August 2026 are to be told and past their day (67%), the oldest by 46 days; 1 was told in time.",
    "1 piece of news of Barley since August 2026 is to be told and past its day, by 46 days. It is disputed and counts half.",
    "1 piece of news of the partnership since August 2026 was told in time.",
  ],
  F1: [
    "1 proposal or insight put to Barley since August 2026 waits past its day for an answer, by 46 days.",
    "1 of 2 proposals and insights put to Barley since August 2026 waits past its day for an answer, by 46 days; 1 was answered in time.",
    "2 of 3 proposals and insights put to Barley since August 2026 wait past their day for an answer (67%), the oldest by 46 days; 1 was answered in time.",
    "1 proposal or insight put to Barley since August 2026 waits past its day for an answer, by 46 days. It is disputed and counts half.",
    "1 proposal or insight put to the partnership since August 2026 was answered in time.",
  ],
  F2: [
    "1 review of an agreement since August 2026 is past its day, by 60 days.",
    "1 of 2 reviews of agreements since August 2026 is past its day, by 60 days; 1 was done by its day.",
    "2 of 3 reviews of agreements since August 2026 are past their day (67%), the oldest by 60 days; 1 was done by its day.",
    "1 review of an agreement since August 2026 is past its day, by 60 days. It is disputed and counts half.",
  ],
  F3: [
    "1 meeting that fell through since August 2026 has no new day, past the time for one, by 32 days.",
    "1 of 2 meetings that fell through since August 2026 has no new day, past the time for one, by 32 days; 1 was re-booked in time.",
    "2 of 3 meetings that fell through since August 2026 have no new day, past the time for one (67%), the oldest by 32 days; 1 was re-booked in time.",
    "1 meeting that fell through since August 2026 has no new day, past the time for one, by 32 days. It is disputed and counts half.",
  ],
  F4: [
    "1 promise by Barley that missed its first day since September 2026 is past the time to put it right, by 30 days.",
    "1 of 2 promises by Barley that missed their first day since August 2026 is past the time to put it right, by 30 days; 1 was put right or given a new day in time.",
    "2 of 3 promises by Barley that missed their first day since August 2026 are past the time to put them right (67%), the oldest by 30 days; 1 was put right or given a new day in time.",
    "1 promise by Barley that missed its first day since September 2026 is past the time to put it right, by 30 days. It is disputed and counts half.",
    "1 promise by the partnership that missed its first day since August 2026 was put right or given a new day in time.",
  ],
  F5: [
    "1 procedure of Barley that stands in the way since August 2026 is to be looked at and past its day, by 40 days.",
    "1 of 2 procedures of Barley that stand in the way since August 2026 is to be looked at and past its day, by 40 days; 1 was dropped, made simpler or explained in time.",
    "2 of 3 procedures of Barley that stand in the way since August 2026 are to be looked at and past their day (67%), the oldest by 40 days; 1 was dropped, made simpler or explained in time.",
    "1 procedure of Barley that stands in the way since August 2026 is to be looked at and past its day, by 40 days. It is disputed and counts half.",
    "1 procedure of the partnership that stands in the way since August 2026 was dropped, made simpler or explained in time.",
  ],
  F6: [
    "1 disagreement opened by the partnership since September 2026 is open past its day, by 30 days.",
    "1 of 2 disagreements opened by the partnership since August 2026 is open past its day, by 30 days; 1 was settled in time.",
    "2 of 3 disagreements opened by the partnership since August 2026 are open past their day (67%), the oldest by 30 days; 1 was settled in time.",
    "1 disagreement opened by the partnership since September 2026 is open past its day, by 30 days. It is disputed and counts half.",
    "1 disagreement opened by Barley since August 2026 was settled in time.",
  ],
  A1: [
    "1 milestone of Barley since August 2026 is past its day, by 45 days.",
    "1 of 2 milestones of Barley since August 2026 is past its day, by 45 days; 1 was reached by its day.",
    "2 of 3 milestones of Barley since August 2026 are past their day (67%), the oldest by 45 days; 1 was reached by its day.",
    "1 milestone of Barley since August 2026 is past its day, by 45 days. It is disputed and counts half.",
    "1 milestone of the partnership since August 2026 was reached by its day.",
  ],
  A2: [
    "1 formal meeting since August 2026 left no action with a name and a day.",
    "1 of 2 formal meetings since August 2026 left no action with a name and a day; 1 gave every action a name and a day.",
    "2 of 3 formal meetings since August 2026 left no action with a name and a day (67%); 1 gave every action a name and a day.",
    "1 formal meeting since August 2026 left no action with a name and a day. It is disputed and counts half.",
  ],
  A3: [
    "1 event since September 2026 was held by one side without the other.",
    "1 of 2 events since September 2026 was held by one side without the other; 1 was held together or had both sides there.",
    "2 of 3 events since September 2026 were held by one side without the other (67%); 1 was held together or had both sides there.",
    "1 event since September 2026 was held by one side without the other. It is disputed and counts half.",
  ],
  A4: [
    "1 event held by Barley, alone or jointly, since September 2026 has yet to be told back to residents, past its day, by 30 days.",
    "1 of 2 events held by Barley, alone or jointly, since August 2026 has yet to be told back to residents, past its day, by 30 days; 1 was told back to residents in time.",
    "2 of 3 events held by Barley, alone or jointly, since August 2026 have yet to be told back to residents, past their day (67%), the oldest by 30 days; 1 was told back to residents in time.",
    "1 event held by Barley, alone or jointly, since September 2026 has yet to be told back to residents, past its day, by 30 days. It is disputed and counts half.",
    "1 event held by the partnership, alone or jointly, since August 2026 was told back to residents in time.",
  ],
  A5: [
    "1 piece of publicity by Barley since September 2026 credits Barley alone.",
    "1 of 2 pieces of publicity by Barley since September 2026 credits Barley alone; 1 credits the partnership too.",
    "2 of 3 pieces of publicity by Barley since September 2026 credit Barley alone (67%); 1 credits the partnership too.",
    "1 piece of publicity by Barley since September 2026 credits Barley alone. It is disputed and counts half.",
    "1 piece of publicity by the partnership since September 2026 credits Barley too.",
  ],
  A6: [
    "1 lead of a joint project since September 2026 is to be named and past its day, by 30 days.",
    "1 of 2 leads of joint projects since August 2026 is to be named and past its day, by 30 days; 1 was named in time.",
    "2 of 3 leads of joint projects since August 2026 are to be named and past their day (67%), the oldest by 30 days; 1 was named in time.",
    "1 lead of a joint project since September 2026 is to be named and past its day, by 30 days. It is disputed and counts half.",
  ],
  A7: [
    "1 step or vote on who decides since September 2026 went against the residents’ majority.",
    "1 of 2 steps and votes on who decides since September 2026 went against the residents’ majority; 1 left it to residents.",
    "2 of 3 steps and votes on who decides since September 2026 went against the residents’ majority (67%); 1 left it to residents.",
    "1 step or vote on who decides since September 2026 went against the residents’ majority. It is disputed and counts half.",
  ],
};

const ids = Object.keys(SAYS);

function about(id: string) {
  const [ill, well] = EXAMPLES[id] ?? [];
  const split = rules.find((rule) => rule.id === id)?.split;
  if (!ill || !well || !split) throw new Error(`no examples of ${id}`);
  const side = split === "joint" ? "joint" : "council";
  const says = (...facts: Fact[]) => sentence(id, side, facts);
  return {
    ill: (name: string) => ill(name, "council"),
    well: (name: string, of: Side = "council") => well(name, of),
    split,
    says,
  };
}

describe("the sentence of each indicator", () => {
  it("has a row for each but the check-in", () => {
    expect([...ids, "P"]).toEqual(rules.map(({ id }) => id));
  });

  it.each(ids)("%s", (id) => {
    const { ill, well, split, says } = about(id);
    const disputed = { ...ill("a"), contested: dayText(AS_OF - 1) } as Fact;
    expect(says()).toBe("");
    expect([
      says(ill("a")),
      says(ill("a"), well("b")),
      says(ill("a"), ill("b"), well("c")),
      ...(says(disputed) === "" ? [] : [says(disputed)]),
      ...(split === "each side" ? [sentence(id, "community", [well("a", "community"), ill("b")])] : []),
    ]).toEqual(SAYS[id]);
  });
});
