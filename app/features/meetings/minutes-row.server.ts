import { type Day, dateToDay } from "~/platform/calendar/day";
import type { MinutesVersion } from "./minutes";

type MinutesRow = Omit<
  MinutesVersion,
  "draftedOn" | "sentOn" | "agreedByCouncilOn" | "agreedByCommunityOn"
> & {
  draftedOn: Date;
  sentOn: Date | null;
  agreedByCouncilOn: Date | null;
  agreedByCommunityOn: Date | null;
};

/** A row of minutes as the pure code takes it. */
export function toMinutes(row: MinutesRow): MinutesVersion {
  const day = (date: Date | null): Day | null => date && dateToDay(date);
  return {
    id: row.id,
    version: row.version,
    text: row.text,
    draftedBySide: row.draftedBySide,
    draftedOn: dateToDay(row.draftedOn),
    sentOn: day(row.sentOn),
    agreedByCouncilOn: day(row.agreedByCouncilOn),
    agreedByCommunityOn: day(row.agreedByCommunityOn),
    councilDissent: row.councilDissent,
    communityDissent: row.communityDissent,
  };
}
