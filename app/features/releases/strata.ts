/** What areas may be told apart by in a release, most wanted first (docs/method.md 13); a table is cut by two at most. */
export const DIMENSIONS = [
  "ruralUrban",
  "councilType",
  "monthsRecorded",
  "stage",
  "deprivation",
  "region",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The class of an area in each dimension. */
export type Strata = Readonly<Record<Dimension, string>>;

/** The class of what nobody entered: a class like the others, so that it is never told by subtraction. */
export const NOT_KNOWN = "not known";

/** What is known of an area and its council before it is put into classes. */
export type Traits = {
  readonly ruralUrban: string | null;
  readonly tier: string | null;
  /** Whole months since the first shared record. */
  readonly months: number;
  readonly lifecycle: string;
  /** 1 is the most deprived fifth. */
  readonly quintile: number | null;
  readonly region: string | null;
};

const DISTRICTS: Readonly<Record<string, string>> = {
  county: "county",
  district: "district",
  unitary: "unitary",
  metropolitan: "metropolitan or London",
  london_borough: "metropolitan or London",
  city_corporation: "metropolitan or London",
  combined: "combined or strategic",
  strategic: "combined or strategic",
};

/** The classes an area falls into: few and coarse, since every further class takes figures from the others. */
export function strataOf(traits: Traits): Strata {
  return {
    ruralUrban: ruralUrbanOf(traits.ruralUrban),
    councilType: (traits.tier && DISTRICTS[traits.tier]) ?? NOT_KNOWN,
    monthsRecorded: traits.months < 12 ? "under 12" : traits.months < 24 ? "12 to 23" : "24 or more",
    stage: traits.lifecycle === "active" ? "active" : "closing or closed",
    deprivation: deprivationOf(traits.quintile),
    region: traits.region ?? NOT_KNOWN,
  };
}

/** The official labels in three classes: both rural ones are one. */
function ruralUrbanOf(label: string | null): string {
  if (label === null) return NOT_KNOWN;
  if (/^urban with/i.test(label)) return "urban with rural areas";
  return /^urban/i.test(label) ? "urban" : "rural";
}

function deprivationOf(quintile: number | null): string {
  if (quintile === null) return NOT_KNOWN;
  return quintile === 1 ? "most deprived fifth" : quintile === 2 ? "second fifth" : "the other three fifths";
}
