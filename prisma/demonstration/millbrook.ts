import type { Day } from "~/platform/calendar/day";
import type { Places } from "./places";
import { Teller } from "./teller";

const FIRST = -790;

/** Millbrook Rise: warm and improving with the borough; thinner with the county. */
export function millbrookHistory(today: Day, { cast, millbrook, borough, county }: Places): Teller[] {
  const chair = cast["chair@millbrook.example"];
  const worker = cast["worker@millbrook.example"];
  const officer = cast["officer@borough.example"];
  const councillor = cast["councillor@borough.example"];
  const countyOfficer = cast["officer@county.example"];

  const t = new Teller(today, millbrook.slug, borough.slug);
  t.person(FIRST, chair, "Amina Yusuf", "ours", "chair", true);
  t.person(FIRST, chair, "Joe Pickering", "ours", "worker-engagement");
  t.person(FIRST, chair, "Dot Hargreaves", "ours", "resident");
  t.person(FIRST, chair, "Sunil Rao", "ours", "representative");
  t.person(FIRST, chair, "Kemi Adebayo", "ours", "treasurer");
  t.person(FIRST + 1, officer, "Helen Marsh", "ours", "liaison-officer", true);
  t.person(FIRST + 1, officer, "Grace Obi", "ours", "councillor");
  t.person(FIRST + 1, officer, "Martin Vale", "ours", "cabinet-member");
  t.person(FIRST + 1, officer, "Priya Nair", "ours", "senior-manager");
  t.person(FIRST + 1, officer, "Stan Doyle", "ours", "front-line-officer");
  // Dot a second time, written by somebody who did not look: the page of people suggests that they are one.
  t.person(-30, worker, "Dot Hargreave", "ours", "volunteer");
  for (const offset of [-600, -420, -240, -60]) {
    t.checked(offset, officer, "Helen Marsh");
    t.checked(offset, chair, "Amina Yusuf");
  }

  // The first year: wary, with promises that slipped.
  t.meeting(-770, {
    by: chair,
    title: "First meeting about the playing field",
    theirs: ["Helen Marsh"],
    ours: ["Amina Yusuf", "Joe Pickering"],
    tone: "businesslike",
    badly: "Nobody could say who looks after the field.",
    sentAfter: 25,
    agreedBy: officer,
  });
  t.promise(-770, "who owns the field", {
    by: officer,
    title: "Find out which team looks after the field",
    due: -740,
  });
  t.kept(-712, "who owns the field", officer, "It is Parks, since the move of 2019.", chair);
  t.promise(-770, "residents' ideas", {
    by: chair,
    title: "Bring ten residents’ ideas for the field",
    due: -730,
  });
  t.kept(-732, "residents' ideas", worker, "Fourteen ideas, on a page.", officer);
  t.meeting(-715, {
    by: officer,
    title: "Walk round the field",
    how: "visit",
    theirs: ["Joe Pickering", "Dot Hargreaves"],
    ours: ["Helen Marsh", "Stan Doyle"],
    tone: "warm",
    well: "Stan knew every drain.",
    badly: "It rained.",
  });
  t.promise(-715, "drain report", { by: officer, title: "Send the drainage report", due: -680 });
  t.told(-683, "drain report", officer, "The survey team is a month behind.");
  t.kept(-640, "drain report", officer, "Sent by e-mail, with the map.", chair);
  t.asked(-700, "lights", {
    by: chair,
    title: "Can the path be lit until ten?",
    detail: "Parents collect children from the hall at nine.",
  });
  t.answered(
    -655,
    "lights",
    officer,
    "partly",
    "Until nine this winter; until ten once the new lamps are in.",
  );
  t.judged(-650, "lights", chair, "partly");
  t.promise(-660, "mowing", { by: officer, title: "Mow the long side twice before the fête", due: -610 });
  t.notKept(-600, "mowing", officer, "The contractor dropped the round. We should have said so sooner.");
  t.meeting(-650, {
    by: chair,
    title: "Autumn review",
    theirs: ["Helen Marsh", "Priya Nair"],
    ours: ["Amina Yusuf", "Kemi Adebayo"],
    formal: true,
    tone: "businesslike",
    well: "The drainage report came.",
    badly: "The mowing did not happen.",
    sentAfter: 20,
    agreedBy: officer,
  });

  // The second year: a rhythm.
  const rhythm: [number, string, string[], string[]][] = [
    [-590, "Winter catch-up", ["Helen Marsh"], ["Amina Yusuf"]],
    [-540, "Budget and the changing rooms", ["Helen Marsh", "Martin Vale"], ["Amina Yusuf", "Kemi Adebayo"]],
    [-490, "Spring plans", ["Helen Marsh", "Grace Obi"], ["Amina Yusuf", "Joe Pickering"]],
    [-440, "After the summer fair", ["Helen Marsh", "Stan Doyle"], ["Amina Yusuf", "Dot Hargreaves"]],
    [-390, "Changing rooms: drawings", ["Priya Nair"], ["Kemi Adebayo", "Joe Pickering"]],
    [
      -340,
      "Autumn review, second year",
      ["Helen Marsh", "Priya Nair", "Grace Obi"],
      ["Amina Yusuf", "Sunil Rao"],
    ],
    [-290, "Tea at the hall", ["Stan Doyle", "Grace Obi"], ["Dot Hargreaves", "Amina Yusuf"]],
    [-240, "Lease of the changing rooms", ["Priya Nair", "Martin Vale"], ["Amina Yusuf", "Kemi Adebayo"]],
    [-190, "Opening day plans", ["Helen Marsh"], ["Joe Pickering", "Dot Hargreaves"]],
    [
      -140,
      "Opening day",
      ["Martin Vale", "Grace Obi", "Helen Marsh"],
      ["Amina Yusuf", "Joe Pickering", "Dot Hargreaves"],
    ],
    [-95, "What the first month taught us", ["Helen Marsh", "Stan Doyle"], ["Amina Yusuf"]],
    [-52, "Autumn review, third year", ["Helen Marsh", "Priya Nair"], ["Amina Yusuf", "Kemi Adebayo"]],
    [-12, "Planning the winter programme", ["Helen Marsh"], ["Amina Yusuf", "Joe Pickering"]],
  ];
  rhythm.forEach(([offset, title, theirs, ours], index) => {
    const formal = title.includes("review");
    const how = title.includes("Tea")
      ? ("social" as const)
      : index % 4 === 1
        ? ("video" as const)
        : ("in_person" as const);
    t.meeting(offset, {
      by: chair,
      title,
      how,
      theirs,
      ours,
      formal,
      tone: index > 2 ? "warm" : "businesslike",
      well: "We settled what we came for.",
      badly: index % 3 === 0 ? "We ran out of time for the last point." : "The room was cold.",
      ...(how === "social" || offset > -20 ? {} : { sentAfter: 9, agreedBy: officer }),
    });
  });
  const promises: [number, number, number, string, "council" | "community"][] = [
    [-590, -560, -565, "Send the budget sheet for the changing rooms", "council"],
    [-540, -500, -505, "Ask the three clubs what they need", "community"],
    [-490, -450, -438, "Book the marquee licence", "council"],
    [-440, -400, -402, "Write up what the fair cost", "community"],
    [-390, -350, -352, "Share the drawings with the hall committee", "council"],
    [-340, -300, -305, "Find two more volunteers for Saturdays", "community"],
    [-290, -250, -255, "Mend the hall’s outside tap", "council"],
    [-240, -200, -204, "Send the draft lease", "council"],
    [-190, -150, -151, "Print the opening-day leaflets", "community"],
    [-140, -110, -112, "Put the opening hours on the council’s page", "council"],
    [-95, -60, -66, "Lock-up rota for the changing rooms", "community"],
  ];
  for (const [made, due, doneOn, title, side] of promises) {
    const council = side === "council";
    t.promise(made, title, { by: council ? officer : chair, title, due });
    t.kept(doneOn, title, council ? officer : worker, "Done.", council ? chair : officer);
  }
  // What went wrong and was put right.
  t.calledOff(-515, {
    by: officer,
    title: "Grant forms",
    notice: 1,
    theirs: ["Amina Yusuf"],
    ours: ["Helen Marsh"],
    again: 12,
  });
  t.calledOff(-265, {
    by: chair,
    title: "Volunteers’ rota",
    notice: 4,
    theirs: ["Helen Marsh"],
    ours: ["Joe Pickering"],
    again: 9,
  });
  t.calledOff(-75, {
    by: officer,
    title: "Key holders",
    notice: 3,
    theirs: ["Kemi Adebayo"],
    ours: ["Stan Doyle"],
    again: 14,
  });
  const misses: [number, number, number, string, "council" | "community"][] = [
    [-470, -430, -412, "Price the goal nets", "council"],
    [-310, -280, -262, "Ask the school about Fridays", "community"],
    [-230, -210, -190, "Send the insurance letter", "council"],
    [-160, -125, -104, "Return the signed key form", "community"],
    [-105, -75, -58, "Move the noticeboard", "council"],
  ];
  for (const [made, due, doneOn, title, side] of misses) {
    const council = side === "council";
    const [promiser, other] = council ? [officer, chair] : [chair, officer];
    t.promise(made, title, { by: promiser, title, due });
    t.told(due - 2, title, promiser, "It will take a little longer.");
    t.kept(doneOn, title, promiser, "Done now.", other);
  }
  t.promise(-120, "bench", { by: councillor, title: "Find a sponsor for the new bench", due: -70 });
  t.redated(
    -80,
    "bench",
    councillor,
    chair,
    25,
    "The first sponsor withdrew; a second is likely before winter.",
  );
  t.promise(-52, "floodlight", {
    by: officer,
    title: "Price three options for floodlights",
    due: -8,
    size: "large",
  });
  t.promise(-52, "key safe", { by: officer, title: "Fit a key safe at the changing rooms", due: 9 });
  t.promise(-12, "winter list", { by: chair, title: "Send the list of winter sessions", due: 16 });
  t.promise(-30, "bins", { by: officer, title: "Two more bins by the goal", due: -16 });
  t.kept(-15, "bins", officer, "Both bins are in.");
  t.asked(-330, "toilets", { by: chair, title: "Can the public toilets open on match days?" });
  t.answered(-318, "toilets", officer, "yes", "From next Saturday.");
  t.judged(-316, "toilets", chair, "straight");
  t.asked(-200, "survey", { by: officer, title: "May we put three questions in your summer survey?" });
  t.answered(-190, "survey", worker, "yes", "Send them by Friday.");
  t.judged(-188, "survey", officer, "straight");
  t.asked(-24, "winter gritting", { by: chair, title: "Will the path to the hall be gritted this winter?" });
  t.planned(-10, 18, chair, "Winter programme: last points");

  const c = new Teller(today, millbrook.slug, county.slug);
  c.person(-500, countyOfficer, "Tom Whitfield", "ours", "officer", true);
  c.person(-500, countyOfficer, "Ruth Adeyemi", "ours", "senior-manager");
  c.meeting(-480, {
    by: chair,
    title: "School crossing",
    theirs: ["Tom Whitfield"],
    ours: ["Amina Yusuf"],
    tone: "businesslike",
    well: "Tom came.",
    badly: "No budget this year.",
    sentAfter: 12,
  });
  c.promise(-480, "crossing count", {
    by: countyOfficer,
    title: "Count the traffic at the crossing",
    due: -430,
  });
  c.kept(-425, "crossing count", countyOfficer, "Counted on two mornings.", chair);
  c.asked(-180, "crossing date", { by: chair, title: "When will the crossing be decided?" });
  c.answered(
    -140,
    "crossing date",
    countyOfficer,
    "no",
    "Not this year: two schools come first. The list is enclosed.",
  );
  c.judged(-138, "crossing date", chair, "straight");
  c.meeting(-110, {
    by: countyOfficer,
    title: "Crossing: a cheaper option",
    how: "video",
    theirs: ["Amina Yusuf"],
    ours: ["Tom Whitfield", "Ruth Adeyemi"],
    tone: "warm",
    well: "A raised table may be enough.",
    badly: "It waits for the spring budget.",
  });
  c.promise(-110, "raised table", { by: countyOfficer, title: "Cost the raised table", due: 30 });
  return [t, c];
}
