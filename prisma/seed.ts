import { addDays, type Day, startOfDay } from "~/platform/calendar/day";
import { clockAt, systemClock, todayBy } from "~/platform/clock";
import { accountsTold } from "./demonstration/accounts";
import { harbourAgreements, millbrookAgreements } from "./demonstration/agreements";
import { harbourAnswers, millbrookAnswers } from "./demonstration/answers";
import { harbourCheckIns, millbrookCheckIns } from "./demonstration/check-ins";
import { harbourCodes, millbrookCodes } from "./demonstration/codes";
import { harbourElections, millbrookElections } from "./demonstration/elections";
import { harbourHandovers, millbrookHandovers } from "./demonstration/handovers";
import { harbourHistory } from "./demonstration/harbour";
import { harbourEntries } from "./demonstration/harbour-entries";
import { type History, tell } from "./demonstration/history";
import { harbourLinks, millbrookLinks } from "./demonstration/links";
import { millbrookHistory } from "./demonstration/millbrook";
import { millbrookEntries } from "./demonstration/millbrook-entries";
import { harbourPartnership, millbrookPartnership } from "./demonstration/partnerships";
import { buildPlaces, type Places } from "./demonstration/places";
import { harbourPlans, millbrookPlans } from "./demonstration/plans";
import { publishPast } from "./demonstration/releases";
import { reorganisation } from "./demonstration/reorganisation";
import { researchTold } from "./demonstration/research";
import { loadSmallAreas } from "./demonstration/small/small-areas";
import { harbourSteps, millbrookSteps } from "./demonstration/steps";
import { harbourStories, millbrookStories } from "./demonstration/stories";
import { harbourViews, millbrookViews } from "./demonstration/views";

/** Days before the day of loading on which the demonstration's history begins: 26 months. */
const HISTORY_DAYS = 792;

/** Everything that is told by commands of the two full areas, and of a third. */
function toldOf(today: Day, places: Places): History[] {
  return [
    ...millbrookHistory(today, places),
    ...millbrookEntries(today, places),
    ...harbourHistory(today, places),
    ...harbourEntries(today, places),
    ...millbrookAgreements(today, places),
    ...harbourAgreements(today, places),
    ...millbrookPlans(today, places),
    ...harbourPlans(today, places),
    ...millbrookViews(today, places),
    ...harbourViews(today, places),
    ...millbrookHandovers(today, places),
    ...harbourHandovers(today, places),
    ...millbrookElections(today, places),
    ...harbourElections(today, places),
    ...millbrookLinks(today, places),
    ...harbourLinks(today, places),
    ...accountsTold(today, places),
    ...millbrookSteps(today, places),
    ...harbourSteps(today, places),
    ...millbrookStories(today, places),
    ...harbourStories(today, places),
    ...millbrookCheckIns(today, places),
    ...harbourCheckIns(today, places),
    ...millbrookPartnership(today, places),
    ...harbourPartnership(today, places),
    ...millbrookAnswers(today, places),
    ...harbourAnswers(today, places),
    ...millbrookCodes(today, places),
    ...harbourCodes(today, places),
    ...reorganisation(today, places),
    ...researchTold(today, places),
  ];
}

/** Where what is loaded is told, and the owner's address; null: it is not known. */
type Loading = { ownerUrl: string | null; log: (message: string) => void };

/**
 * Loads the demonstration into an empty database. Its dates are offsets from the day it is loaded. The small areas are
 * written as the owner, and left out where nobody says who that is.
 */
export async function seedIfEmpty({ ownerUrl, log }: Loading): Promise<void> {
  const today = todayBy(systemClock);
  const places = await buildPlaces(clockAt(startOfDay(addDays(today, -HISTORY_DAYS))));
  await tell(today, toldOf(today, places));
  if (ownerUrl) {
    await loadSmallAreas(today, places, ownerUrl);
    await publishPast(today);
  }
  log(`Loaded the demonstration place: Millbrook Rise, Harbour End${ownerUrl ? " and 46 small areas" : ""}.`);
}
