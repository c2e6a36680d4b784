import type { SignedIn } from "~/composition/execution.server";
import type { Day } from "~/platform/calendar/day";
import { AgreementTeller } from "../agreement-teller";
import { CheckInTeller } from "../check-in-teller";
import { CodeTeller } from "../code-teller";
import { EntryTeller } from "../entry-teller";
import type { History } from "../history";
import { PlanTeller } from "../plan-teller";
import { Teller } from "../teller";
import { PEOPLE } from "./people";

/** Who tells, of the pattern's two sides. */
export type Pair = { readonly chair: SignedIn; readonly officer: SignedIn };

/** Those who tell one mould, with the ids of what it made. */
export type Tellers = {
  readonly ids: ReadonlyMap<string, string>;
  readonly talk: Teller;
  readonly entries: EntryTeller;
  readonly plans: PlanTeller;
  readonly agreements: AgreementTeller;
  readonly checkIns: CheckInTeller;
  readonly codes: CodeTeller;
};

/** Tellers of one mould in an area. */
export function tellersIn(today: Day, area: string, council: string): Tellers {
  const ids = new Map<string, string>();
  const [talk, entries] = [new Teller(today, area, council, ids), new EntryTeller(today, area, council, ids)];
  const [plans, agreements] = [
    new PlanTeller(today, area, council, ids),
    new AgreementTeller(today, area, council, ids),
  ];
  const checkIns = new CheckInTeller(today, area, council, ids);
  return {
    ids,
    talk,
    entries,
    plans,
    agreements,
    checkIns,
    codes: new CodeTeller(today, area, council, ids),
  };
}

/** Their histories, for telling. */
export function historiesOf({ talk, entries, plans, agreements, checkIns, codes }: Tellers): History[] {
  return [talk, entries, plans, agreements, checkIns, codes];
}

/** Something that happens between two sides: told once by commands, and from there under other titles on other days. */
export type Mould = {
  /** What it can be called; by the first it is told. */
  readonly titles: readonly [string, ...string[]];
  readonly tell: (tellers: Tellers, day: number, title: string, pair: Pair) => void;
};

const { chair, secretary, member, liaison, officer: second, manager } = PEOPLE;
const BOTH = { theirs: [liaison], ours: [chair] };
const MORE = { theirs: [liaison, second], ours: [chair, secretary, member] };

/** A promise of one side, made and then kept on some day, confirmed or not; or given up. */
function promise(
  whose: "chair" | "officer",
  titles: Mould["titles"],
  outcome: { keptAfter?: number; confirmed?: boolean; givenUpAfter?: number; code?: string },
): Mould {
  return {
    titles,
    tell({ talk, codes }, day, title, pair) {
      const [by, other] = whose === "chair" ? [pair.chair, pair.officer] : [pair.officer, pair.chair];
      if (outcome.code) codes.coded(day + 2, pair.chair, title, outcome.code);
      talk.promise(day, title, { by, title, due: day + 28 });
      const { keptAfter, confirmed, givenUpAfter } = outcome;
      if (keptAfter !== undefined)
        talk.kept(day + keptAfter, title, by, "Done.", confirmed ? other : undefined);
      if (givenUpAfter !== undefined) talk.notKept(day + givenUpAfter, title, by, "It came to nothing.");
    },
  };
}

/** A question of one side: answered after so many days and judged, or left open. */
function request(
  from: "chair" | "officer",
  titles: Mould["titles"],
  answer: {
    after: number;
    says: "yes" | "no" | "partly";
    words: string;
    judged: "straight" | "partly";
  } | null,
): Mould {
  return {
    titles,
    tell({ talk }, day, title, pair) {
      const [by, other] = from === "chair" ? [pair.chair, pair.officer] : [pair.officer, pair.chair];
      talk.asked(day, title, { by, title });
      if (!answer) return;
      talk.answered(day + answer.after, title, other, answer.says, answer.words);
      talk.judged(day + answer.after + 3, title, by, answer.judged);
    },
  };
}

/** A milestone of one side, done so many days after it was set, and seen by the other or not. */
function milestone(
  whose: "chair" | "officer",
  titles: Mould["titles"],
  { after, seen, code }: { after: number; seen: boolean; code?: string },
): Mould {
  return {
    titles,
    tell({ plans, codes }, day, title, pair) {
      const [by, other] = whose === "chair" ? [pair.chair, pair.officer] : [pair.officer, pair.chair];
      const owner = whose === "chair" ? "community" : "council";
      if (code) codes.coded(day + 2, pair.officer, title, code);
      plans.step(day, title, { by, owner, due: day + 42 });
      plans.done(day + after, title, by, "It stands.", seen ? other : undefined);
    },
  };
}

/** What is talked of, promised, asked and reached. */
export const DEALINGS = {
  "meeting with notes": {
    titles: ["How the year begins", "A look at the plan", "What comes next", "Round the table in the hall"],
    tell({ talk, codes }, day, title, { chair: by, officer: agreedBy }) {
      codes.coded(day + 3, by, title, "leadership-shared", "councillors-advising");
      const more = { tone: "warm" as const, well: "Everybody had their say." };
      talk.meeting(day, { by, title, ...MORE, formal: true, ...more, sentAfter: 7, agreedBy });
    },
  },
  "meeting by call": {
    titles: ["A call about the summer", "Catching up", "A quick word", "Before the holidays"],
    tell({ talk }, day, title, { officer: by }) {
      talk.meeting(day, { by, title, how: "call", theirs: [chair], ours: [liaison], tone: "businesslike" });
    },
  },
  "meeting, notes late": {
    titles: ["The leaking roof", "What the survey says", "Complaints from Back Row", "Where the time went"],
    tell({ talk }, day, title, { chair: by }) {
      const badly = "We went round in circles.";
      talk.meeting(day, { by, title, ...BOTH, tone: "tense", badly, sentAfter: 35 });
    },
  },
  "meeting called off": {
    titles: ["A walk round the estate", "Keys and cupboards", "The autumn review", "Looking at the drawings"],
    tell({ talk }, day, title, { officer: by }) {
      talk.dropped(day + 20, { by, title, notice: 1 });
    },
  },
  "council kept": promise(
    "officer",
    [
      "Send the map of the drains",
      "Mend the handrail",
      "Ask legal about the lease",
      "Bring the keys",
      "Print the posters",
      "Price new benches",
    ],
    { keptAfter: 24, confirmed: true, code: "influence-heard" },
  ),
  "council kept late": promise(
    "officer",
    ["Clear the gullies", "Find a name in highways", "Lend the projector", "Cut back the hedge"],
    { keptAfter: 54, confirmed: true },
  ),
  "council gave up": promise(
    "officer",
    ["Light the underpass", "Paint the railings", "Move the bus stop", "A crossing by the school"],
    { givenUpAfter: 60 },
  ),
  "community kept": promise(
    "chair",
    [
      "Count who uses the path",
      "Ask the football club",
      "List the key holders",
      "Hand out the leaflets",
      "Open the hall on Monday",
      "Write to every tenant",
    ],
    { keptAfter: 22, confirmed: true, code: "legacy-people" },
  ),
  "community kept late": promise(
    "chair",
    ["Find three helpers", "Send the photographs", "Book the room", "Draw up the rota"],
    { keptAfter: 49 },
  ),
  "community gave up": promise("chair", ["A stall at the fair", "Run the tea bar", "A street party"], {
    givenUpAfter: 56,
    code: "expectations-high",
  }),
  "asked, answered straight": request(
    "chair",
    ["Who mows the verge?", "When is the budget set?", "May we use the yard?", "Who owns the wall?"],
    { after: 12, says: "yes", words: "Yes, and here is how.", judged: "straight" },
  ),
  "asked, answered late": request(
    "chair",
    ["Is there money for lamps?", "What became of the survey?", "Can the gate stay open?"],
    { after: 47, says: "partly", words: "In part. The rest is not ours.", judged: "partly" },
  ),
  "asked, not answered": request(
    "chair",
    ["Why was the bin moved?", "Who decides about the trees?", "May we see the plan?"],
    null,
  ),
  "council asked, answered": request(
    "officer",
    ["How many came?", "Which evenings suit you?", "Who speaks for the traders?"],
    { after: 9, says: "yes", words: "As well as we know.", judged: "straight" },
  ),
  "council asked, answered late": request(
    "officer",
    ["What do residents say of the bins?", "Who has the accounts?", "Is the hall insured?"],
    { after: 44, says: "partly", words: "We are still asking.", judged: "partly" },
  ),
  "council's milestone": milestone(
    "officer",
    ["Path resurfaced", "Lamps ordered", "Lease drafted", "Survey back"],
    { after: 38, seen: true, code: "change-physical" },
  ),
  "council's milestone, late": milestone("officer", ["Fence up", "Planning permission", "Doors widened"], {
    after: 77,
    seen: true,
  }),
  "community's milestone": milestone(
    "chair",
    ["Steering group of nine", "First open day", "Garden dug", "Newsletter out"],
    { after: 35, seen: true, code: "change-soft" },
  ),
  "community's milestone, late": milestone("chair", ["Choir begun", "Kitchen fitted", "Shelves up"], {
    after: 70,
    seen: false,
  }),
} satisfies Record<string, Mould>;

/** The round of a check-in: everybody of both sides answers, the two who lead by account and the others by a link. */
export const CHECK_IN: Mould = {
  titles: ["check-in"],
  tell({ checkIns }, day, _, { chair: asks, officer }) {
    const says = "333 333 333 333 333";
    const { chair: _chair, liaison: _liaison, ...others } = PEOPLE;
    const ofCouncil = new Set<string>([second, manager, others.clerk, others.ward, others.front]);
    checkIns.round(day, asks, [
      [asks, says],
      [officer, says],
      ...Object.values(others).map((name) => [name, says, ofCouncil.has(name) ? officer : asks] as const),
    ]);
  },
};
