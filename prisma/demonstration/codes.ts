import type { Day } from "~/platform/calendar/day";
import { CodeTeller } from "./code-teller";
import type { Places } from "./places";

/** Millbrook Rise: both sides code what they share, and mostly what went well. */
export function millbrookCodes(today: Day, { cast, millbrook, borough }: Places): CodeTeller[] {
  const chair = cast["chair@millbrook.example"];
  const worker = cast["worker@millbrook.example"];
  const officer = cast["officer@borough.example"];
  const t = new CodeTeller(today, millbrook.slug, borough.slug);
  t.codedTitle(-605, worker, "Bring ten residents’ ideas for the field", "leadership-shared");
  t.codedTitle(-600, chair, "Can the path be lit until ten?", "change-physical", "influence-heard");
  t.codedTitle(-590, worker, "Autumn review", "councillors-advising");
  t.codedTitle(-310, officer, "Can the public toilets open on match days?", "change-small");
  t.codedTitle(-150, worker, "Grant forms", "expectations-modest");
  t.codedTitle(-145, worker, "Volunteers’ rota", "legacy-people");
  t.codedTitle(-60, officer, "Key holders", "leadership-shared", "legacy-people");
  t.codedTitle(-115, worker, "Find a sponsor for the new bench", "influence-money");
  t.codedTitle(-50, chair, "Price three options for floodlights", "change-physical", "legacy-place");
  t.codedTitle(-11, worker, "Two more bins by the goal", "change-small");
  return [t];
}

/** Harbour End: the partnership codes what it runs into; the council has coded one thing. */
export function harbourCodes(today: Day, { cast, harbour, unitary }: Places): CodeTeller[] {
  const chair = cast["chair@harbour.example"];
  const t = new CodeTeller(today, harbour.slug, unitary.slug);
  t.codedTitle(-640, chair, "Slipway visit", "councillors-kept-out");
  t.codedTitle(
    -350,
    chair,
    "Why was the quay left out of the regeneration bid?",
    "influence-distant",
    "influence-overlooked",
  );
  t.codedTitle(-340, chair, "Where the money goes", "expectations-high");
  t.codedTitle(-290, chair, "New railings along the quay", "influence-overlooked");
  t.codedTitle(-130, chair, "Have the quay wall surveyed", "legacy-place", "influence-distant");
  t.codedTitle(-125, cast["liaison@unitary.example"], "Find volunteers for the beach clean", "legacy-people");
  t.codedTitle(-88, chair, "A summer round for the quay bins", "workers-gone");
  return [t];
}
