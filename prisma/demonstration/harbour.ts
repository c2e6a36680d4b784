import type { Day } from "~/platform/calendar/day";
import type { Places } from "./places";
import { Teller } from "./teller";

const FIRST = -790;

/** Harbour End: strained. Contact when something goes badly, promises given up, questions waiting on both sides. */
export function harbourHistory(today: Day, { cast, harbour, unitary }: Places): Teller[] {
  const chair = cast["chair@harbour.example"];
  const liaison = cast["liaison@unitary.example"];
  const t = new Teller(today, harbour.slug, unitary.slug);
  t.person(FIRST, chair, "Maureen Fish", "ours", "chair", true);
  t.person(FIRST, chair, "Len Barrow", "ours", "secretary");
  t.person(FIRST, chair, "Sandra Pike", "ours", "volunteer");
  t.person(FIRST + 1, liaison, "Nadia Brook", "ours", "liaison-officer", true);
  t.person(FIRST + 1, liaison, "Colin Reeve", "ours", "senior-manager");
  t.person(-420, liaison, "Daniel Cole", "ours", "liaison-officer", true);
  t.person(-419, liaison, "Gwen Tully", "ours", "front-line-officer");

  // It began well enough.
  t.meeting(-760, {
    by: chair,
    title: "Hello from the harbour",
    theirs: ["Nadia Brook"],
    ours: ["Maureen Fish", "Len Barrow"],
    tone: "warm",
    well: "Nadia listened.",
    badly: "The tide tables are wrong on the council’s page.",
    sentAfter: 10,
    agreedBy: liaison,
  });
  t.promise(-760, "tide tables", { by: liaison, title: "Correct the tide tables", due: -730 });
  t.kept(-735, "tide tables", liaison, "Corrected.", chair);
  t.promise(-760, "slipway list", { by: chair, title: "List what is wrong with the slipway", due: -720 });
  t.kept(-725, "slipway list", chair, "Eleven points, with photographs.", liaison);
  t.meeting(-690, {
    by: liaison,
    title: "Slipway visit",
    how: "visit",
    theirs: ["Maureen Fish"],
    ours: ["Nadia Brook", "Colin Reeve"],
    tone: "businesslike",
    well: "All eleven points were seen.",
    badly: "No money was found.",
  });
  t.meeting(-600, {
    by: chair,
    title: "Where the money goes",
    theirs: ["Nadia Brook"],
    ours: ["Maureen Fish", "Sandra Pike"],
    formal: true,
    tone: "tense",
    badly: "The council came with its own idea of how to spend the fund.",
    sentAfter: 40,
  });

  // A new officer, promises that could not be kept.
  t.promise(-520, "railings", {
    by: liaison,
    title: "New railings along the quay",
    due: -400,
    size: "large",
  });
  t.notKept(-380, "railings", liaison, "There was never a budget for it.");
  t.promise(-500, "notice board", { by: liaison, title: "Put up the notice board", due: -440 });
  t.notKept(-390, "notice board", liaison, "The site was refused.");
  t.promise(-410, "toilets", { by: liaison, title: "Open the quay toilets at weekends", due: -330 });
  t.notKept(-300, "toilets", liaison, "The cleaning contract does not cover it.");
  t.promise(-410, "moorings", { by: liaison, title: "Send the mooring fees", due: -370 });
  t.kept(-345, "moorings", liaison, "Sent, late.", chair);
  t.asked(-470, "fund rules", { by: chair, title: "Why was the quay left out of the regeneration bid?" });
  t.answered(-360, "fund rules", liaison, "partly", "It was decided before my time.");
  t.judged(-355, "fund rules", chair, "not_straight");

  // The last year: only when something goes badly.
  t.meeting(-570, {
    by: chair,
    title: "Flooded cellars",
    theirs: ["Nadia Brook"],
    ours: ["Maureen Fish"],
    tone: "tense",
    badly: "Three cellars flooded and nobody answered the telephone.",
  });
  t.meeting(-355, {
    by: chair,
    title: "The quay wall",
    theirs: ["Daniel Cole", "Gwen Tully"],
    ours: ["Maureen Fish", "Len Barrow"],
    tone: "tense",
    badly: "The wall is cracking and nobody owns it.",
  });
  t.meeting(-142, {
    by: chair,
    title: "Summer rubbish",
    how: "call",
    theirs: ["Daniel Cole", "Gwen Tully"],
    ours: ["Maureen Fish"],
    tone: "tense",
    badly: "Two weeks without a collection.",
  });
  t.promise(-142, "rubbish", {
    by: liaison,
    title: "A summer round for the quay bins",
    due: -122,
    size: "large",
  });
  t.promise(-142, "wall survey", {
    by: liaison,
    title: "Have the quay wall surveyed",
    due: -90,
    size: "large",
  });
  t.promise(-142, "volunteers", { by: chair, title: "Find volunteers for the beach clean", due: -100 });
  t.promise(-142, "photographs", { by: chair, title: "Send photographs of the cracks", due: -110 });
  t.promise(-142, "wall owner", { by: liaison, title: "Say in writing who owns the wall", due: -60 });
  t.replied(-90, "rubbish", chair, "The bins were full again this weekend.");
  t.asked(-130, "wall money", {
    by: chair,
    title: "Who pays if the wall goes?",
    detail: "The insurers asked us and we could not say.",
  });
  t.asked(-50, "meeting", { by: liaison, title: "Which evenings suit you in the new year?" });
  return [t];
}
