/** How a component stands between an area's partnership and one council, beside its chapter. */
export type AreaStanding = {
  area: string;
  name: string;
  council: string;
  councilSlug: string;
  /** Out of 100; null: too little is recorded for a figure. */
  value: string | null;
  says: string;
};
