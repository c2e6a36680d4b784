import type { Day } from "~/platform/calendar/day";
import { ElectionTeller } from "./elections";
import { EntryTeller } from "./entry-teller";
import { HandoverTeller } from "./handover-teller";
import type { History } from "./history";
import type { Places } from "./places";
import { PlanTeller } from "./plan-teller";
import { Teller } from "./teller";

const SAFETY = "A safety form for every small event";
const BOATS = "Moorings for small boats";
const SUMMER = "They want visitors in summer and nobody in winter";
const NOBODY = "They want no visitors at all";

/** Millbrook Rise: a habit dropped once it was looked at, and somebody who left with nothing lost. */
export function millbrookStories(today: Day, { cast, millbrook, borough }: Places): History[] {
  const chair = cast["chair@millbrook.example"];
  const worker = cast["worker@millbrook.example"];
  const officer = cast["officer@borough.example"];
  const e = new EntryTeller(today, millbrook.slug, borough.slug);
  e.noted(-390, worker, "procedure-barrier", {
    of: "council",
    what: SAFETY,
    effect: "Four pages for a story hour with eleven children.",
  });
  e.answered(-320, officer, SAFETY, "habit", "It grew over the years. We are asking who reads it.");
  e.answered(-306, officer, SAFETY, "dropped", "Nobody did. Under a hundred people no form is asked for.");
  e.noted(-95, officer, "adaptation", {
    by: "council",
    what: "Keys are handed out at the hall on Saturdays",
    agreed: "together",
    before: "At the town hall, in office hours.",
  });
  e.noted(-88, chair, "thanks", { what: "Keys on Saturdays", words: "Nobody has to take a morning off." });

  const h = new HandoverTeller(today, millbrook.slug, borough.slug);
  h.came(-760, chair, "Ivy Brandt", "secretary");
  h.came(-700, chair, "Ralph Teague", "member");
  h.came(-230, chair, "Noor Karim", "secretary");
  h.promised(-225, {
    by: chair,
    title: "Put the minutes of three years in one folder",
    due: -150,
    person: "Ivy Brandt",
  });
  h.left(-215, chair, "Ralph Teague");
  h.leaves(-212, { by: chair, name: "Ivy Brandt", why: "stepped_down", lastDay: -186 });
  h.prepared(
    -195,
    chair,
    "Ivy Brandt",
    "Noor Karim",
    "The folder is blue. Kemi knows what the bank wants; Joe has the list of key holders.",
  );
  h.takenOver(-185, chair, "Ivy Brandt", ["brief_read", "introductions_made"]);
  h.met(-178, "Ivy Brandt", {
    by: chair,
    title: "Coffee with the new secretary",
    how: "social",
    well: "Noor had the folder with her.",
    council: "Imran Shah",
    community: "Noor Karim",
  });
  h.kept(-160, "Put the minutes of three years in one folder", chair, officer);
  return [e, h];
}

/** Harbour End: a resort that two sides want two things of, and what was begun and not answered for. */
export function harbourStories(today: Day, places: Places): History[] {
  return [...wantsOf(today, places), ...plansOf(today, places), ...officersOf(today, places)];
}

function wantsOf(today: Day, { cast, harbour, unitary }: Places): History[] {
  const chair = cast["chair@harbour.example"];
  const liaison = cast["liaison@unitary.example"];
  const e = new EntryTeller(today, harbour.slug, unitary.slug);
  e.wants(-470, chair, "Work on the front in all twelve months", "The cafés close in October.");
  e.acknowledged(-446, liaison, "Work on the front in all twelve months");
  e.wants(-465, chair, SUMMER, "Every bid is about July.", "theirs");
  e.wants(-462, liaison, NOBODY, "It is what we hear at meetings.", "theirs");
  e.saidOfBelief(-440, liaison, SUMMER, "corrected", "We want visitors in spring and autumn as well.");
  e.saidOfBelief(-437, chair, NOBODY, "corrected", "We want visitors who leave something for the winter.");
  // It came up a year before anything was written down here.
  e.noted(-770, liaison, "disagreement", { what: "Who let the old ice house fall in", on: -325 });
  for (const [day, what, turnout] of [
    [-500, "Have your say on the front", 31],
    [-48, "An evening about the wall", 1],
  ] as const) {
    const channels = ["online", "poster", "leaflet", "news"];
    e.noted(day, liaison, "engagement-event", {
      what,
      host: "council",
      other: "attended",
      channels,
      turnout,
    });
  }
  const t = new Teller(today, harbour.slug, unitary.slug);
  t.rhythm(-752, [chair, liaison], [60, 90]);
  return [e, t];
}

function plansOf(today: Day, { cast, harbour, unitary }: Places): History[] {
  const chair = cast["chair@harbour.example"];
  const p = new PlanTeller(today, harbour.slug, unitary.slug);
  p.begun(-675, BOATS, { by: chair, aim: "Small boats lie safe all year round.", lead: "joint" });
  p.heldUp(-60, BOATS, chair, "Nobody knows who licenses the buoys.");
  const t = new Teller(today, harbour.slug, unitary.slug);
  t.meeting(-555, {
    by: chair,
    title: "Moorings, at last",
    theirs: ["Nadia Brook"],
    ours: ["Maureen Fish"],
    tone: "businesslike",
    badly: "Four months had gone by, and nobody could say how it is to end.",
    about: [BOATS],
  });
  return [p, t];
}

function officersOf(today: Day, { cast, harbour, unitary }: Places): History[] {
  const admin = cast["admin@programme.example"];
  const chair = cast["chair@harbour.example"];
  const liaison = cast["liaison@unitary.example"];
  const p = new Teller(today, harbour.slug, unitary.slug);
  const h = new HandoverTeller(today, harbour.slug, unitary.slug);
  const names = ["Petra Lowe", "Owen Marsh", "Della Frost"];
  names.forEach((name, index) => {
    const from = -690 + 60 * index;
    p.person(from, liaison, name, "ours", "officer", false, "Licences for the quay");
    for (const day of [from + 12, from + 36]) {
      p.meeting(day, {
        by: chair,
        title: `Licences, with ${name}`,
        how: "call",
        theirs: [name],
        ours: ["Len Barrow"],
        badly: "We told it all from the beginning.",
      });
    }
    if (index < 2) h.left(from + 58, liaison, name);
  });
  const polls = new ElectionTeller(today, harbour.slug, unitary.slug);
  polls.poll(-8, admin, 68, {
    councilId: unitary.id,
    kind: "by_election",
    note: "Harbour ward alone: one councillor did not take the seat.",
  });
  return [p, h, polls];
}
