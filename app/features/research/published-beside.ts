/** Published figures that ours can stand beside, by one question, with what makes the two differ. */
export type Beside = {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** Each published figure by its line, with the measure of ours by the id that releases have it under. */
  readonly pairs: readonly { readonly line: number; readonly measure: string }[];
};

/** What of ours can be set beside what others have published. Nothing in the method was fitted to any of it. */
export const BESIDE: readonly Beside[] = [
  {
    id: "priorities",
    title: "Knowing each other’s priorities",
    question:
      "They were asked whether not knowing each other’s priorities is in the way: a high share is bad. Ours asks three things, one of them whether the other side understands what we try to achieve: a high mean is good. So where theirs is high, ours would be low.",
    pairs: [
      { line: 9, measure: "recognition/P/community" },
      { line: 10, measure: "recognition/P/council" },
    ],
  },
  {
    id: "lead",
    title: "Working together with residents in the lead",
    question:
      "They were asked whether it can be done at all. Ours asks how it goes between these two: whether they decide together, whether it is clear who answers for what, and whether credit is shared.",
    pairs: [
      { line: 5, measure: "ownership/P/community" },
      { line: 6, measure: "ownership/P/council" },
    ],
  },
];

/** Who was asked, theirs and ours. */
export const BESIDE_WHO =
  "They asked people of local authorities, and residents and volunteers, across the country. Ours are people of the councils and members of the partnerships in a release, each about the other side, which they know.";

/** In what theirs and ours are told. */
export const BESIDE_UNIT =
  "Theirs is the share of people who agree. Ours is a mean of answers from 1 to 5, told from 0 to 100. In it each area counts by how sure its own figure is, not by how many people answered there.";

/** What nobody should read out of the two. */
export const BESIDE_CAVEATS: readonly string[] = [
  "No number of the method was chosen so that ours come near to these, and none will be.",
  "Look at directions alone: whether something is rather high or rather low. Do not subtract one from the other.",
  "Do not set what councils say against what partnerships say: it is not yet shown that the questions mean the same to both.",
  "The areas in a release agreed to be in it. Neither they nor those asked then are a sample of all.",
  "The figures of others are told as they were published. We have not worked them out again.",
];
