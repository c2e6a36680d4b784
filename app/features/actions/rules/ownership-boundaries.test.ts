import { testActions } from "../../../../tests/builders/action-cases";
import { ago, post, TODAY } from "../sample-evidence";
import { answered, entry, project } from "../sample-registers";

const led = (id: string, lead: "council" | "community" | "joint") => project(id, { lead });
const unled = (days: number) => project("Path", { lead: null, startedOn: ago(days) });
const item = (days: number, credits = "own") =>
  entry("publicity", days, { by: "council", joint: true, credits, election: "no" });
const unheld = project("Path", { residentsLead: false });
const carriedOn = (days: number) => entry("residents-lead", days, {}, answered("agreed"));
const event = (days: number, ...channels: string[]) =>
  entry("engagement-event", days, { host: "community", turnout: null, channels });
const worker = (role: string, endsOn = ago(-99)) => post(role, { role: `worker-${role}`, endsOn });
const survey = (days: number, ran: string) => entry("community-survey", days, { with: ran });

testActions({
  "C5.1": {
    side: "council",
    fires: { projects: [led("Path", "council"), led("Pond", "council"), led("Hall", "community")] },
    dayShort: "no day in it",
    recordShort: { projects: [led("Path", "council"), led("Hall", "community")] },
    closed: { projects: [led("Path", "council"), led("Pond", "joint"), led("Hall", "community")] },
  },
  "C5.2": {
    side: "council",
    fires: { projects: [unled(90)] },
    dayShort: { projects: [unled(89)] },
    recordShort: { projects: [] },
    closed: { projects: [led("Path", "community")] },
  },
  "C5.3": {
    side: "council",
    fires: { entries: [item(365)] },
    dayShort: { entries: [item(366)] },
    recordShort: { entries: [] },
    closed: { entries: [item(365), item(0, "both")] },
  },
  "C5.4": {
    side: "council",
    fires: { projects: [unheld], entries: [carriedOn(366)] },
    dayShort: { entries: [carriedOn(365)] },
    recordShort: { projects: [] },
    closed: { entries: [carriedOn(366), carriedOn(0)] },
  },
  "P5.1": {
    side: "community",
    fires: { entries: [event(184, "leaflet", "word", "poster")] },
    dayShort: { entries: [event(183, "leaflet", "word", "poster")] },
    recordShort: [
      { entries: [event(3, "leaflet", "word")] },
      { entries: [event(3, "leaflet", "word", "web")] },
    ],
    closed: { entries: [event(184, "leaflet"), event(0, "leaflet", "word", "poster")] },
  },
  "P5.2": {
    side: "community",
    fires: { posts: [worker("engagement"), worker("strategy", TODAY)] },
    dayShort: { posts: [worker("engagement"), worker("strategy", ago(-1))] },
    recordShort: { posts: [] },
    closed: { posts: [worker("engagement"), worker("strategy")] },
  },
  "P5.3": {
    side: "community",
    fires: { entries: [survey(731, "both")] },
    dayShort: { entries: [survey(730, "both")] },
    recordShort: [{ since: ago(9), entries: [survey(9, "other")] }, { entries: [] }],
    closed: { entries: [survey(731, "both"), survey(0, "both")] },
  },
});
