import type { Day } from "~/platform/calendar/day";
import { HandoverTeller } from "./handover-teller";
import type { Places } from "./places";

/** Millbrook Rise: an officer left, and what she held went on without a gap. */
export function millbrookHandovers(today: Day, { cast, millbrook, borough }: Places): HandoverTeller[] {
  const chair = cast["chair@millbrook.example"];
  const officer = cast["officer@borough.example"];
  const t = new HandoverTeller(today, millbrook.slug, borough.slug);
  t.came(-640, officer, "Rosa Lindqvist", "officer");
  t.promised(-320, {
    by: officer,
    title: "Mark the cycle way to the field",
    due: -215,
    person: "Rosa Lindqvist",
  });
  t.promised(-310, {
    by: officer,
    title: "Lend the tools for the planting day",
    due: -230,
    person: "Rosa Lindqvist",
  });
  t.leaves(-300, { by: officer, name: "Rosa Lindqvist", why: "new_job", lastDay: -261 });
  t.came(-285, officer, "Imran Shah", "officer");
  t.prepared(
    -272,
    officer,
    "Rosa Lindqvist",
    "Imran Shah",
    "The cycle way is agreed, and waits for paint. Dot knows every gardener: ask her first. Joe answers quicker by telephone than by mail.",
  );
  t.takenOver(-262, officer, "Rosa Lindqvist", ["brief_read", "timeline_shared", "introductions_made"]);
  t.met(-250, "Rosa Lindqvist", {
    by: chair,
    title: "Tea with the new officer",
    well: "Imran had read everything, and came with the date for the paint.",
    council: "Imran Shah",
    community: "Amina Yusuf",
  });
  t.kept(-233, "Lend the tools for the planting day", officer, chair);
  t.kept(-217, "Mark the cycle way to the field", officer, chair);
  return [t];
}

/** Harbour End: one officer went without a word of who follows; the named lead goes, told days before. */
export function harbourHandovers(today: Day, { cast, harbour, unitary }: Places): HandoverTeller[] {
  const liaison = cast["liaison@unitary.example"];
  const t = new HandoverTeller(today, harbour.slug, unitary.slug);
  t.promised(-16, { by: liaison, title: "Send the winter storm numbers", due: 12, person: "Daniel Cole" });
  t.left(-45, liaison, "Gwen Tully");
  t.leaves(-3, { by: liaison, name: "Daniel Cole", why: "other_team", lastDay: 3 });
  return [t];
}
