import type { Day } from "~/platform/calendar/day";
import { EntryTeller } from "./entry-teller";
import type { Places } from "./places";

/** What helped and hindered in Millbrook Rise, with each of its councils, and what each side wants. */
export function millbrookEntries(today: Day, places: Places): EntryTeller[] {
  return [withBorough(today, places), withCounty(today, places)];
}

/** Millbrook Rise and its borough: news told in time, strengths used, habits dropped. */
function withBorough(today: Day, { cast, millbrook: area, borough }: Places): EntryTeller {
  const chair = cast["chair@millbrook.example"];
  const worker = cast["worker@millbrook.example"];
  const officer = cast["officer@borough.example"];
  const clerk = cast["clerk@borough.example"];
  const councillor = cast["councillor@borough.example"];
  const t = new EntryTeller(today, area.slug, borough.slug);

  const field = "A playing field that belongs to everybody";
  t.wants(-745, chair, field, "It is the one flat piece of grass for two miles.");
  t.acknowledged(-700, officer, field, "Parks wants it used. Our limit is the mowing budget.");
  const upkeep = "Green spaces that look after themselves";
  t.wants(-690, officer, upkeep, "The parks budget falls every year.");
  t.acknowledged(-668, chair, upkeep);
  const belief = "They want to run the field on their own";
  t.wants(-640, officer, belief, "Several residents said so on the walk.", "theirs");
  t.saidOfBelief(
    -622,
    chair,
    belief,
    "corrected",
    "We want to decide about it together, and to open it ourselves.",
  );
  t.wants(-130, chair, "A warm room on winter evenings", "Young people have nowhere to go after five.");
  t.acknowledged(
    -118,
    officer,
    "A warm room on winter evenings",
    "The changing rooms may do, once they are heated.",
  );
  const winter = "They want the hall open all year round";
  t.wants(-35, councillor, winter, "It came up at three surgeries.", "theirs");

  const knows = "They know every family on the estate";
  t.noted(-610, officer, "strength-named", {
    of: "community",
    what: knows,
    why: "They can tell us who needs what.",
  });
  t.answered(-565, officer, knows, "used", "The lighting plan began with their list.");
  t.noted(-470, chair, "strength-named", {
    of: "council",
    what: "Stan can mend anything",
    why: "The tap, the gate, the lock.",
  });
  t.answered(-440, worker, "Stan can mend anything", "used", "He showed six of us how.");
  t.noted(-585, officer, "introduction", {
    what: "The football club to Priya Nair, who signs leases",
    why: "The changing rooms.",
  });
  t.noted(-150, councillor, "introduction", {
    what: "The youth group to the library’s manager",
    why: "A quiet room for homework.",
  });
  t.noted(-560, clerk, "briefing-given", {
    what: "The new parks contractor",
    about: "What residents may do on the field themselves.",
  });
  t.noted(-350, chair, "case-made", {
    what: "Opening the toilets on match days",
    to: "The parks committee",
    rests: "A count of visitors on six Saturdays.",
  });
  t.noted(-300, officer, "due-diligence-step", {
    what: "Insurance of the changing rooms",
    by: "council",
    needs: "The list of key holders.",
  });
  t.added(-260, officer, "Insurance of the changing rooms", { doneOn: 0 });
  t.noted(-505, worker, "duplication-found", {
    what: "A lunch club on Wednesdays",
    also: "The parish church",
    next: "Share the cook.",
  });
  t.noted(-420, chair, "leverage", {
    what: "Goals, nets and a fence",
    own: 4000,
    drawn: 11500,
    from: "A sports fund",
  });

  const risk = "A risk assessment for every workshop";
  t.noted(-535, worker, "procedure-barrier", {
    of: "council",
    what: risk,
    effect: "Two evenings of work each time.",
  });
  t.answered(-500, officer, risk, "simplified", "One form a year will do.");
  const keys = "Keys signed for in person, in office hours";
  t.noted(-160, chair, "procedure-barrier", {
    of: "council",
    what: keys,
    effect: "Most of us work in the day.",
  });
  t.answered(-128, officer, keys, "habit", "It has always been so; we are looking at a key safe.");
  const bus = "Older people walk in the road by the new bus stop";
  t.noted(-330, worker, "insight-offered", {
    of: "community",
    what: bus,
    detail: "The pavement is taken up by bins.",
  });
  t.answered(-295, officer, bus, "used", "It is in the road safety plan.");
  const paths = "The desire lines across the field show where paths are wanted";
  t.noted(-88, worker, "insight-offered", { of: "community", what: paths });
  t.answered(
    -61,
    officer,
    paths,
    "declined with reasons",
    "A path there would need the drain moved. We drew it on the map for later.",
  );
  t.noted(-22, worker, "insight-offered", {
    of: "community",
    what: "Nobody reads the notice board by the car park",
  });
  t.noted(-495, officer, "adaptation", {
    by: "council",
    what: "One form for the year in place of one a workshop",
    agreed: "together",
    before: "A form for each.",
  });
  t.noted(-488, chair, "thanks", {
    what: "Doing away with forty forms a year",
    words: "The evenings are ours again.",
  });
  t.noted(-345, chair, "adaptation", {
    by: "community",
    what: "We meet at four, when the council can come",
    agreed: "together",
  });
  t.noted(-136, officer, "thanks", {
    what: "Running the opening day",
    words: "Eighty-five people, and not one complaint.",
  });
  const holds = "Who holds the keys of the changing rooms";
  t.noted(-235, chair, "disagreement", { what: holds, ours: "Those who open it should hold them." });
  t.closedTogether(-205, [officer, chair], holds, "adapted", "Both hold a set, and sign for it once a year.");

  t.noted(-312, officer, "good-news-shared", {
    what: "The path lamps are paid for",
    by: "council",
    decided: -3,
    conveyed: 0,
    how: "call",
  });
  t.noted(-598, officer, "bad-news-given", {
    what: "The mowing round is dropped",
    by: "council",
    decided: -9,
    conveyed: 0,
    how: "face to face",
    reasons: "The contractor gave it up; no other bid.",
  });
  t.noted(-101, officer, "bad-news-given", {
    what: "No second bus this year",
    by: "council",
    decided: -6,
    conveyed: 0,
    how: "written",
    reasons: "The grant was cut in half.",
  });
  t.noted(-210, officer, "staff-change-notified", {
    what: "Parks gets a new head in spring",
    by: "council",
    effective: 35,
    notified: 0,
  });
  const prams = "The new crossing is too short for prams";
  t.noted(-118, worker, "feedback-passed-on", { what: prams, from: "doorstep" });
  t.answered(-104, officer, prams, "acted on", "Ten more seconds from Monday.");
  t.noted(-375, chair, "nothing-to-report", { words: "Everybody is away." });

  t.noted(-452, worker, "engagement-event", {
    what: "Summer fair on the field",
    host: "community",
    other: "attended",
    invited: "Parks and the ward councillors",
    channels: ["leaflet", "poster", "word"],
    reach: 600,
    turnout: 140,
  });
  t.added(-422, worker, "Summer fair on the field", { toldBack: 0 });
  t.noted(-320, officer, "engagement-event", {
    what: "Drop-in about the lamps",
    host: "council",
    other: "attended",
    channels: ["online", "poster"],
    turnout: 22,
  });
  t.added(-299, officer, "Drop-in about the lamps", { toldBack: 0 });
  t.noted(-140, chair, "engagement-event", {
    what: "Opening day of the changing rooms",
    host: "joint",
    channels: ["leaflet", "online", "school"],
    turnout: 85,
  });
  t.added(-100, chair, "Opening day of the changing rooms", { toldBack: 0 });
  t.noted(-40, worker, "engagement-event", {
    what: "Lantern walk",
    host: "community",
    other: "apologies",
    channels: ["word", "school"],
    turnout: 60,
  });
  t.added(-28, worker, "Lantern walk", { toldBack: 0 });
  t.noted(-139, officer, "publicity", {
    what: "Two pages in the residents’ magazine on opening day",
    by: "council",
    where: "newsletter",
    joint: true,
    credits: "both",
    election: "no",
  });
  t.noted(-137, worker, "publicity", {
    what: "Film of opening day",
    by: "community",
    where: "online",
    joint: true,
    credits: "both",
  });
  t.noted(-180, worker, "community-survey", {
    what: "What the changing rooms are for",
    with: "both",
    responses: 212,
    paid: "yes",
    found: "Football, and a warm place to sit.",
  });
  const opening = "Opening and letting the changing rooms";
  t.noted(-170, chair, "residents-lead", { what: opening, who: "The key holders’ group" });
  t.answered(-163, officer, opening, "agreed", "Glad of it.");
  t.noted(-240, councillor, "councillor-steps-back", { what: "How the small grants are given", key: true });
  t.noted(-145, chair, "legacy-step", {
    what: "The changing rooms have trustees of their own",
    form: "body",
    by: "Seven residents",
  });
  t.noted(-265, chair, "skill-gap", { what: "Somebody who can read a lease" });
  t.answered(-222, chair, "Somebody who can read a lease", "filled", "A retired solicitor joined us.");
  t.noted(-58, chair, "influencing-activity", {
    what: "Keeping the library open on Saturdays",
    inPlan: true,
    manner: "letter",
  });
  return t;
}

/** Millbrook Rise and its county: less of everything. */
function withCounty(today: Day, { cast, millbrook: area, county }: Places): EntryTeller {
  const chair = cast["chair@millbrook.example"];
  const countyOfficer = cast["officer@county.example"];
  const t = new EntryTeller(today, area.slug, county.slug);
  const safe = "Children cross the main road safely";
  t.wants(-470, chair, safe, "Three near misses in a year.");
  t.acknowledged(-430, countyOfficer, safe, "We want that too. Our list has two schools before yours.");
  t.noted(-175, chair, "insight-offered", {
    of: "community",
    what: "Lorries use the school road to miss the lights",
  });
  t.noted(-140, countyOfficer, "bad-news-given", {
    what: "The crossing is not built this year",
    by: "council",
    decided: -20,
    conveyed: 0,
    how: "written",
  });
  return t;
}
