import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { type Disclosure, disclosureDocument, type Item, type LookedAt, weigh } from "./disclosure";
import { knownIn, NO_REDACTIONS, notThere, type Redactions, redact } from "./redact";

const KNOWN = { officials: ["Cllr Ann Lee", "Bill O’Neill"], others: ["Zoë  Kaur-Smith", "Lee Okafor"] };
const P = "[left out: personal details of a third person]";
const text = (words: string, key = "note.text 1") => ({ key, label: "Note", text: words, ofOther: false });
const out = (words: string, redactions: Partial<Redactions> = {}) =>
  redact(text(words), { ...NO_REDACTIONS, ...redactions }, KNOWN).text;

describe("what is left out by itself", () => {
  it.each([
    ["a name", "Ask Zoë Kaur-Smith today", `Ask ${P} today`],
    ["without its accent, in capitals", "ZOE KAUR-SMITH said so", `${P} said so`],
    ["with an accent written apart", "Zoe\u0308 Kaur-Smith said so", `${P} said so`],
    ["with something unseen inside", "Zo\u200bë Kaur\u2011Smith said so", `${P} said so`],
    ["over a line", "Zoë\n  Kaur-Smith said so", `${P} said so`],
    ["a part of it alone", "Mrs Kaur-Smith and Zoë’s dog", `Mrs ${P} and ${P}’s dog`],
    ["a surname that an officer has too", "Lee was there", `${P} was there`],
    [
      "not within another word, or without a capital",
      "Leeds, and the lee of a hill",
      "Leeds, and the lee of a hill",
    ],
    [
      "not a councillor or an officer",
      "Cllr Ann Lee and Bill O'Neill agreed",
      "Cllr Ann Lee and Bill O'Neill agreed",
    ],
    ["an address", "Write to zoe.k+hall@post.example.org, please", `Write to ${P}, please`],
    ["telephone numbers", "Ring 01632 960 001 or +44 (0)7700-900123.", `Ring ${P} or ${P}.`],
    [
      "a number with other dashes, or something unseen inside",
      "Ring 01632–960–001, 01632\u2011960\u2011002, 016\u200b32 960\u2060003 or Tel01632―960―004.",
      `Ring ${P}, ${P}, ${P} or Tel${P}.`,
    ],
    ["a number in wide letters", "Ring ０１６３２ ９６０ ００１.", `Ring ${P}.`],
    [
      "an address with other dashes, or something unseen inside",
      "Write to zoe@post\u2011office.example, zoe\u200b@post.example, zoe＠post.exam\u00adple or zoe@pos\u0301t.example.",
      `Write to ${P}, ${P}, ${P} or ${P}.`,
    ],
    ["not a sum or a day", "£120,000 on 14 March 2026", "£120,000 on 14 March 2026"],
  ])("%s", (_, words, wanted) => {
    expect(out(words)).toBe(wanted);
  });

  it("is shown once somebody says so, and found again for whoever decides", () => {
    expect(knownIn([text("Zoë Kaur-Smith, zoë")], KNOWN)).toEqual(["kaur-smith", "zoe", "zoe kaur-smith"]);
    expect(out("Lee was there", { shown: ["lee"] })).toBe("Lee was there");
    // A part that is shown shows no more than itself.
    expect(out("Lee Okafor was there", { shown: ["lee"] })).toBe(`${P} was there`);
  });
});

describe("what is left out by hand", () => {
  it.each([
    [
      "words wherever they stand",
      "The price is £9. THE  PRICE!",
      "[left out: would harm somebody’s business] is £9. [left out: would harm somebody’s business]!",
    ],
    ["no more than them", "No cost at all", "No cost at all"],
  ])("%s", (_, words, wanted) => {
    expect(out(words, { words: [{ text: "the price", reason: "commercial" }] })).toBe(wanted);
  });

  it("is one gap where two overlap, and both reasons are told", () => {
    const words = [
      { text: "told Zoë", reason: "confidence" as const },
      { text: "nothing", reason: "legal" as const },
    ];
    const made = redact(text("He told Zoë nothing"), { ...NO_REDACTIONS, words }, KNOWN);
    expect(made.text).toBe("He [left out: told to us in confidence] [left out: legal advice]");
    expect(made.reasons).toEqual(["confidence", "legal", "personal"]);
  });

  it("is a whole text, whatever it says", () => {
    expect(out("Anything", { whole: [{ key: "note.text 1", reason: "safety" }] })).toBe(
      "[left out: could put somebody in danger]",
    );
  });

  it("is refused where it stands nowhere", () => {
    expect(notThere([text("The gate")], ["the gâte", "gates"])).toEqual(["gates"]);
  });
});

const record: LookedAt = {
  kind: "Note",
  day: toDay("2026-03-01"),
  by: "Barley",
  ofOther: false,
  texts: [text("Secret of Lee Okafor", "note.text 1"), text("Plain", "record.title 1")],
  digest: "d1",
};
const item = (changed: Partial<Item> = {}): Item => ({
  ...{ id: "i", recordId: "r", number: 7, revision: 1, reason: null },
  ...{ decision: "included", redactions: NO_REDACTIONS, digest: "d1" },
  ...changed,
});

describe("what goes out of a record", () => {
  it.each([
    ["nothing before it is looked at", item({ decision: null, digest: null }), record, "open", 0],
    ["nothing once it changed", item({ digest: "d0" }), record, "changed", 0],
    ["nothing when it is gone", item(), null, "gone", 0],
    ["nothing when it is withheld", item({ decision: "withheld", reason: "legal" }), record, "withheld", 0],
    ["the rest when something is left out", item(), record, "redacted", 2],
    [
      "all of it",
      item({ redactions: { ...NO_REDACTIONS, shown: ["lee okafor", "lee", "okafor"] } }),
      record,
      "disclosed",
      2,
    ],
  ] as const)("%s", (_, one, of, state, texts) => {
    const weighed = weigh(one, of, KNOWN);
    expect([weighed.state, weighed.texts.length]).toEqual([state, texts]);
  });

  it("stands in a document that tells every record and none of what is withheld", () => {
    const disclosure: Disclosure = {
      ...{
        id: "d",
        reference: "FOI 12",
        law: "information",
        receivedOn: toDay("2026-04-01"),
        asked: "By Lee Okafor",
      },
      ...{
        from: null,
        to: toDay("2026-04-01"),
        kinds: [],
        words: "Lee",
        relationshipId: null,
        finishedOn: null,
      },
      revision: 1,
    };
    const lines = [
      item(),
      item({ number: 8, decision: "withheld", reason: "legal" }),
      item({ number: 9, decision: null }),
    ];
    const told = lines.map((one) => ({ item: one, record, weighed: weigh(one, record, KNOWN) }));
    const made = disclosureDocument(
      { disclosure, lines: told, organisation: "Barley", area: "Oakfield" },
      String,
    );
    expect(made.sections[0]?.table?.rows.map((row) => row.join(" | "))).toEqual([
      expect.stringMatching(/^7 \| 2026-03-01 \| Note \| Disclosed in part \| personal details .*section 40/),
      expect.stringMatching(/^8 \| 2026-03-01 \| Note \| Withheld \| legal advice/),
      "9 | 2026-03-01 | Note | Not decided yet | ",
    ]);
    expect(made.sections.slice(1).map(({ heading }) => heading)).toEqual(["7. Note"]);
    expect(JSON.stringify(made)).toMatch(/A draft/);
    expect(JSON.stringify(made)).not.toMatch(/Okafor|Lee/);
  });
});
