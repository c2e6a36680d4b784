import type { FactType } from "../scoring/facts.ts";

/** What can be entered in a field of an example record: a day, a whole number, or one of some words. */
export type ExampleField = {
  key: string;
  label: string;
  hint?: string;
  takes: "day" | "number" | readonly { value: string; label: string }[];
};

/** A type of record the calculator offers; its fields have the names the scoring reads (facts.ts). */
export type ExampleKind = { type: ExampleType; label: string; fields: readonly ExampleField[] };
export type ExampleType = Extract<
  FactType,
  "commitment" | "meeting" | "request" | "aim" | "milestone" | "mou" | "check-in"
>;

const COUNCIL = { value: "council", label: "The council" };
const COMMUNITY = { value: "community", label: "The community" };
const SIDES = [COUNCIL, COMMUNITY];
const OWNERS = [...SIDES, { value: "joint", label: "Both together" }];
const side = (key: string, label: string): ExampleField => ({ key, label, takes: SIDES });
const day = (key: string, label: string): ExampleField => ({ key, label, takes: "day" });
const contested: ExampleField = { ...day("contested", "Day disputed"), hint: "By the other side" };
const answer = (key: string, about: string): ExampleField => ({
  key,
  label: `About ${about}`,
  hint: "From 1 to 5, for all three questions",
  takes: "number",
});

/** The kinds offered, the commonest first. */
export const EXAMPLE_KINDS: readonly ExampleKind[] = [
  {
    type: "commitment",
    label: "Promise",
    fields: [
      side("by", "Who promised"),
      day("due", "Day it was promised for"),
      day("done", "Day kept"),
      { ...day("confirmed", "Day confirmed"), hint: "By the other side" },
      { ...day("told", "Day told of a delay"), hint: "Said beforehand that it would take longer" },
      day("not_kept", "Day given up"),
      contested,
    ],
  },
  {
    type: "meeting",
    label: "Meeting",
    fields: [
      day("date", "Day"),
      {
        key: "status",
        label: "What became of it",
        takes: [
          { value: "held", label: "Held" },
          { value: "cancelled", label: "Called off" },
          { value: "planned", label: "Planned" },
        ],
      },
      {
        key: "attended",
        label: "Who came",
        takes: [
          { value: "both", label: "Both sides" },
          { value: "council", label: "The council alone" },
          { value: "community", label: "The community alone" },
        ],
      },
      day("minutes_sent", "Day notes were shared"),
      side("cancelled_by", "Who called it off"),
      { key: "notice_days", label: "Days of notice", takes: "number" },
      day("rebooked", "Day a new one was booked"),
      contested,
    ],
  },
  {
    type: "request",
    label: "Request",
    fields: [
      side("to", "Who was asked"),
      day("asked", "Day asked"),
      day("target", "Day an answer was wanted by"),
      day("answered", "Day answered"),
      {
        key: "judged",
        label: "How straight the answer was",
        takes: [
          { value: "straight", label: "Straight" },
          { value: "partly", label: "Partly" },
          { value: "not straight", label: "Not straight" },
        ],
      },
      contested,
    ],
  },
  {
    type: "aim",
    label: "Aim",
    fields: [
      side("owner", "Whose aim"),
      side("stated_by", "Who wrote it down"),
      day("recorded", "Day written down"),
      { ...day("acknowledged", "Day acknowledged"), hint: "An aim of its own, by the other side" },
      { ...day("answered", "Day answered"), hint: "A belief about it, by the side whose aim it is" },
      contested,
    ],
  },
  {
    type: "milestone",
    label: "Milestone",
    fields: [
      { key: "owner", label: "Whose milestone", takes: OWNERS },
      day("due", "Day it was due"),
      day("done", "Day reached"),
      day("acknowledged", "Day acknowledged"),
      day("dropped", "Day given up"),
      contested,
    ],
  },
  {
    type: "mou",
    label: "Agreement (MoU)",
    fields: [
      day("signed.council", "Day the council signed"),
      day("signed.community", "Day the community signed"),
      day("review_due", "Day it was to be reviewed"),
      day("reviewed", "Day reviewed"),
      day("ended", "Day it ended"),
      contested,
    ],
  },
  {
    type: "check-in",
    label: "One person’s check-in",
    fields: [
      side("side", "Whose side they are on"),
      day("date", "Day"),
      answer("recognition", "recognition"),
      answer("trust", "trust"),
      answer("dialogue", "dialogue"),
      answer("flexibility", "flexibility"),
      answer("ownership", "shared ownership"),
    ],
  },
];

/** The kind of a type, where the calculator offers it. */
export function exampleKind(type: string): ExampleKind | undefined {
  return EXAMPLE_KINDS.find((kind) => kind.type === type);
}

/** What was typed for one record, by field. */
export type ExampleLine = { type: ExampleType; values: Readonly<Record<string, string>> };

/** A worked example: what is typed into the calculator, all of it. */
export type Example = { asOf: string; lines: readonly ExampleLine[] };

const promise = (values: Record<string, string>): ExampleLine => ({ type: "commitment", values });

/** The example the page opens with: two sides that keep most of what they promise. */
export const FIRST_EXAMPLE: Example = {
  asOf: "2026-10-01",
  lines: [
    promise({ by: "council", due: "2026-06-01", done: "2026-05-29", confirmed: "2026-05-29" }),
    promise({ by: "council", due: "2026-07-01", done: "2026-07-31", confirmed: "2026-08-02" }),
    promise({ by: "council", due: "2026-09-01" }),
    promise({ by: "community", due: "2026-07-15", done: "2026-07-10" }),
    {
      type: "meeting",
      values: { date: "2026-09-10", status: "held", attended: "both", minutes_sent: "2026-09-20" },
    },
    {
      type: "request",
      values: {
        to: "council",
        asked: "2026-08-01",
        target: "2026-08-29",
        answered: "2026-09-07",
        judged: "partly",
      },
    },
    {
      type: "aim",
      values: {
        owner: "community",
        stated_by: "community",
        recorded: "2026-03-01",
        acknowledged: "2026-03-20",
      },
    },
    { type: "mou", values: { "signed.council": "2026-01-15", "signed.community": "2026-01-10" } },
  ],
};
