import { addDays, startOfDay } from "~/platform/calendar/day";
import { clockAt, systemClock, todayBy } from "~/platform/clock";
import { accountsTold } from "./demonstration/accounts";
import { harbourAgreements, millbrookAgreements } from "./demonstration/agreements";
import { harbourAnswers, millbrookAnswers } from "./demonstration/answers";
import { harbourCheckIns, millbrookCheckIns } from "./demonstration/check-ins";
import { harbourElections, millbrookElections } from "./demonstration/elections";
import { harbourHandovers, millbrookHandovers } from "./demonstration/handovers";
import { harbourHistory } from "./demonstration/harbour";
import { harbourEntries } from "./demonstration/harbour-entries";
import { tell } from "./demonstration/history";
import { harbourLinks, millbrookLinks } from "./demonstration/links";
import { millbrookHistory } from "./demonstration/millbrook";
import { millbrookEntries } from "./demonstration/millbrook-entries";
import { harbourPartnership, millbrookPartnership } from "./demonstration/partnerships";
import { buildPlaces } from "./demonstration/places";
import { harbourPlans, millbrookPlans } from "./demonstration/plans";
import { reorganisation } from "./demonstration/reorganisation";
import { harbourSteps, millbrookSteps } from "./demonstration/steps";
import { harbourStories, millbrookStories } from "./demonstration/stories";
import { harbourViews, millbrookViews } from "./demonstration/views";

/** Days before the day of loading on which the demonstration's history begins: 26 months. */
const HISTORY_DAYS = 792;

/** Loads the demonstration into an empty database. Its dates are offsets from the day it is loaded. */
export async function seedIfEmpty({ log }: { log: (message: string) => void }): Promise<void> {
  const today = todayBy(systemClock);
  const places = await buildPlaces(clockAt(startOfDay(addDays(today, -HISTORY_DAYS))));
  await tell(today, [
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
    ...reorganisation(today, places),
  ]);
  log("Loaded the demonstration place: Millbrook Rise and Harbour End.");
}
