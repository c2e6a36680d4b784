import type { Parameters } from "../scoring/parameters.ts";

/** What the figure is not, first of all (docs/method.md 14, 1). */
export const LIMITS: readonly string[] = [
  "It has not been tested on people. Nobody has yet shown that a higher figure means a better relationship.",
  "The questions of the check-in, and which record counts towards what, are ours. They have not been tested either.",
  "It knows only what was recorded. Few records make an uncertain figure, not a low one.",
  "It is no ranking. Areas are never listed from best to worst, and no person ever has a figure.",
  "The gap between how the two sides see each other is shown, and never counted. Counting it would pay people for agreeing.",
  "Some records count in two places on purpose: promises in T1, T4 and F4, insights in R5 and F1, handovers in T3 and D5.",
  "The third person on a side to answer a check-in is a step: before that, no answers count.",
  "When the other side confirms that something was delivered late, the figure can fall: the lateness has become surer.",
  "A half-mark, such as an offer turned down with reasons, can lower a high figure before the open matter would have.",
];

/** What somebody decided and could have decided otherwise. */
export const JUDGEMENTS: readonly string[] = [
  "How fast each kind of fact fades, how many days of grace a duty has, and how fast lateness takes its toll.",
  "How many fresh facts give a stream half its say, and how strong the pull to the middle is.",
  "That records have six tenths of a component and the check-in four.",
  "Which indicator is the main one of each component, and how much more it weighs.",
  "The half-marks, and that an unconfirmed word or a disputed record counts half.",
  "How much imbalance costs. This is a judgement about fairness, to be put to both sides.",
  "Where strong, steady, strained and at risk begin.",
];

/** What must happen before any comparison of areas is published. */
export const BEFORE_COMPARING: readonly string[] = [
  "Interviews about the questions, with eight people on each side.",
  "A pilot with 200 answers, beside a second, tested scale of trust.",
  "A look at whether Trust foretells that milestones are reached.",
  "Weights agreed with residents and officers.",
];

/** Certainty, bands and gap, in sentences. */
export function readingRules({
  E_min,
  gap_flag,
  z,
  min_resp,
  cadence,
  gap_max,
  horizon,
}: Parameters): string[] {
  return [
    `Evidence is Σ W Z. Under ${E_min}, or with fewer than three records in a component, there is not enough evidence and no figure. Under 0.25 it is limited, under 0.45 moderate, then good.`,
    "The overall figure is scored with evidence in all five components, provisional with three or four, and otherwise not shown.",
    "From 75 a relationship is strong, from 50 steady, from 35 strained, below at risk: judged on the figure as shown, with one decimal. The overall figure is at most one step above its weakest component. Where the likely range holds a cut, it is called borderline.",
    "If nothing was recorded for more than 120 days, no step is named; the last one is shown with its date.",
    `The gap is 100 × (the community’s view of the council − the council’s of the community). It is pointed out from ${gap_flag} points, if it is also over ${z} standard errors. Both levels are shown with it.`,
    `A person’s answers count where they gave at least two of a component’s three, and where at least ${min_resp} people of a side did: (mean − 1) / 4.`,
    `Being in touch costs nothing for ${cadence} days, or as many as both sides agreed, up to ${gap_max}. After that it halves every ${cadence} days. Silence is counted for ${horizon} days after the last record; then certainty fades instead.`,
    "A trend is the difference over 90 days, both days worked out by one method. It gets a word from 5 points on.",
  ];
}

/** What is promised about versions of the method. */
export const VERSION_RULES: readonly string[] = [
  "Records are only ever added to. What was known on a past day can be worked out again, and so can what is known of it now.",
  "Every stored figure carries the method, a hash of its parameters, its day and what was known then.",
  "A method that is in use never changes. A changed weight, formula or half-life is a new method with a new name; both run for twelve months, and the shift between them is published.",
  "A mended fault leaves every number of the golden file as it was. Old methods stay runnable.",
];

/** What changed from method to method, newest first. */
export const CHANGELOG: readonly { method: string; what: string }[] = [
  { method: "2026-11", what: "The first. 28 indicators and the check-in." },
];

/** Where ideas were taken from. */
export const SOURCES: readonly { what: string; where: string; href: string | null }[] = [
  {
    what: "Answers from two sides",
    where: "Partnership assessment tool",
    href: "https://bobhudsonconsulting.com/pat.aspx",
  },
  {
    what: "Answers from two sides",
    where: "Visible Network Labs",
    href: "https://support.visiblenetworklabs.com",
  },
  {
    what: "Trust and power",
    where: "Global Health Promotion",
    href: "https://journals.sagepub.com/doi/full/10.1177/1757975916656364",
  },
  {
    what: "Cuts at 75 and 50",
    where: "Wilder collaboration factors",
    href: "https://slideplayer.com/slide/4040897",
  },
  { what: "Cut at 35", where: "VicHealth partnerships tool: 84 of 35 to 175", href: null },
  { what: "Z = n / (n + k)", where: "Credibility theory", href: "https://stochiki.com" },
  { what: "Forgetting", where: "Jøsang and Ismail, 2002", href: null },
  { what: "Rates of promises kept", where: "Lean Project Consulting", href: "https://leanproject.com" },
  { what: "Times to reply", where: "Ombudsman’s complaint handling code", href: "https://www.lgo.org.uk" },
  {
    what: "Composite figures",
    where: "Competence Centre on Composite Indicators",
    href: "https://composite-indicators.jrc.ec.europa.eu",
  },
  { what: "Mean-Min Function", where: "Casadio Tarabusi and Guarini, 2013 (Compind, CRAN)", href: null },
  {
    what: "Funnel plots",
    where: "Spiegelhalter, 2005",
    href: "https://www.scilit.com/publications/1e5b39f1e557efe9e966a3e2ffcec143",
  },
  {
    what: "Shrinkage",
    where: "Scottish Index of Multiple Deprivation, 2003",
    href: "https://www.scotland.gov.uk",
  },
  {
    what: "Keeping people unknown",
    where: "UK Longitudinal Linkage Collaboration",
    href: "https://guidebook.ukllc.ac.uk",
  },
  { what: "Tables that explain themselves", where: "CSV on the Web", href: "https://csvw.org" },
];
