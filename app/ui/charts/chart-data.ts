/** One named value of the wheel, 0 to 100; null when there is too little to say. */
export type WheelSpoke = {
  id: string;
  label: string;
  value: number | null;
  /** The likely range round the value, 0 to 100. */
  lo?: number | null | undefined;
  hi?: number | null | undefined;
  /** What the value means in words; for a null value, why there is none. */
  statusText: string;
  href?: string | undefined;
};

/** A value on a day, YYYY-MM-DD; null leaves a gap in the line. */
export type TrendPoint = {
  day: string;
  value: number | null;
  lo?: number | null | undefined;
  hi?: number | null | undefined;
  /** What happened that changes how the line is read, such as a new way of counting. */
  note?: string | undefined;
};

/** What both parties said on a day; null leaves a gap in that party's line. */
export type PairPoint = { day: string; warm: number | null; cool: number | null };

/** One thing both parties gave a level; null where one gave too few answers to show. */
export type GapRow = { id: string; label: string; warm: number | null; cool: number | null };

/** One thing placed by two scales; its number is the one it has in the table. */
export type MapPoint = { id: string; number: number; x: number; y: number; filled: boolean };

/** A mean of some group with where it likely lies; null where there is none, and why. */
export type RangeRow = {
  id: string;
  label: string;
  value: number | null;
  lo: number | null;
  hi: number | null;
};

/** Things at one place of a funnel; the more they are, the larger the mark. */
export type FunnelMark = {
  x: number;
  y: number;
  count: number;
  lies: "inside" | "past inner" | "past outer";
};

/** Where the limits of a funnel lie at one place along its foot. */
export type FunnelEdge = {
  x: number;
  inner: readonly [lo: number, hi: number];
  outer: readonly [lo: number, hi: number];
};
