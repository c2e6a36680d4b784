import type { Day } from "~/platform/calendar/day";
import type { Places } from "./places";
import { ViewTeller } from "./view-teller";

/** Millbrook Rise: both sides know whom they need, one person was won over, and one tie of the partnership is going cold. */
export function millbrookViews(today: Day, { cast, millbrook, borough }: Places): ViewTeller[] {
  const chair = cast["chair@millbrook.example"];
  const worker = cast["worker@millbrook.example"];
  const officer = cast["officer@borough.example"];
  const t = new ViewTeller(today, millbrook.slug, borough.slug);

  t.thinks(-700, chair, "Helen Marsh", {
    interest: 4,
    influence: 3,
    stance: "for_it",
    ally: true,
    every: 60,
  });
  t.thinks(-650, chair, "Martin Vale", {
    interest: 2,
    influence: 5,
    stance: "doubtful",
    every: 120,
    why: "He asks who pays before he asks what for.",
  });
  t.thinks(-100, chair, "Martin Vale", {
    interest: 3,
    influence: 5,
    stance: "for_it",
    every: 120,
    why: "The fair changed his mind. He said so in the council chamber.",
  });
  t.thinks(-640, worker, "Priya Nair", { interest: 3, influence: 4, stance: "undecided", every: 90 });
  t.thinks(-640, worker, "Grace Obi", {
    interest: 5,
    influence: 3,
    stance: "champion",
    ally: true,
    every: 180,
  });
  t.thinks(-300, worker, "Stan Doyle", {
    interest: 5,
    influence: 2,
    stance: "champion",
    ally: true,
    every: 90,
    why: "Knows every drain and answers his telephone.",
  });
  t.next(-120, worker, "Grace Obi", "Show her the changing rooms", -95, "Dot Hargreaves");
  t.nextDone(-97, worker, "Grace Obi");
  t.next(-20, worker, "Grace Obi", "Ask her to the winter evening at the hall", 18, "Joe Pickering");
  t.next(-15, chair, "Martin Vale", "Send him the year in figures, one page", 25, "Kemi Adebayo");

  t.thinks(-680, officer, "Amina Yusuf", {
    interest: 5,
    influence: 4,
    stance: "for_it",
    ally: true,
    every: 60,
  });
  t.thinks(-400, officer, "Dot Hargreaves", {
    interest: 4,
    influence: 3,
    stance: "doubtful",
    every: 180,
    why: "People on the rise listen to her. She remembers the bus that was taken away.",
  });
  t.thinks(-200, officer, "Joe Pickering", {
    interest: 5,
    influence: 3,
    stance: "champion",
    ally: true,
    every: 60,
  });
  t.next(-10, officer, "Dot Hargreaves", "Walk the crossing with her", 21, "Stan Doyle");
  return [t];
}

/** Harbour End: few are placed, most ties are going cold, and nobody has planned much. */
export function harbourViews(today: Day, { cast, harbour, unitary }: Places): ViewTeller[] {
  const chair = cast["chair@harbour.example"];
  const liaison = cast["liaison@unitary.example"];
  const t = new ViewTeller(today, harbour.slug, unitary.slug);
  t.thinks(-600, chair, "Colin Reeve", { interest: 3, influence: 5, stance: "undecided", every: 90 });
  t.thinks(-200, chair, "Colin Reeve", {
    interest: 1,
    influence: 5,
    stance: "against",
    every: 90,
    why: "He has not been to the harbour since the wall was surveyed.",
  });
  t.thinks(-380, chair, "Daniel Cole", { interest: 3, influence: 2, stance: "doubtful", every: 42 });
  t.next(-60, chair, "Colin Reeve", "Ask him to see the quay wall at low tide", -30);
  t.thinks(-350, liaison, "Maureen Fish", {
    interest: 5,
    influence: 4,
    stance: "doubtful",
    every: 60,
    why: "She has reason to be cross. Ring before writing.",
  });
  t.thinks(-350, liaison, "Sandra Pike", { interest: 4, influence: 2, stance: "for_it", ally: true });
  return [t];
}
