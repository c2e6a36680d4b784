import type { Day } from "~/platform/calendar/day";
import type { History } from "./history";
import type { Places } from "./places";
import { PlanTeller } from "./plan-teller";

const FIELD = "A playing field for everybody";
const ROOMS = "Lease of the changing rooms";
const WINTER = "Winter evenings at the hall";
const CROSSING = "A safer crossing on Hill Road";

/** Millbrook Rise: one done together, one held up with days that moved, one coming on well; one of the county's. */
export function millbrookPlans(today: Day, { cast, millbrook, borough, county }: Places): History[] {
  const chair = cast["chair@millbrook.example"];
  const worker = cast["worker@millbrook.example"];
  const officer = cast["officer@borough.example"];
  const countyOfficer = cast["officer@county.example"];
  const t = new PlanTeller(today, millbrook.slug, borough.slug);

  t.begun(-700, FIELD, {
    by: chair,
    aim: "A field that is dry in winter, lit in the evening and used by all ages.",
    lead: "council",
    person: "Helen Marsh",
    residents: false,
    ends: -200,
    agreedBy: officer,
    answersFor: "The drains, the mowing and the lamps.",
    teams: "Parks: mowing and drains\nHighways: the lamps on the path",
    involves: ["land", "money"],
  });
  t.scoped(-680, FIELD, officer, chair);
  t.leadMoved(-538, FIELD, officer, {
    to: "community",
    person: "Joe Pickering",
    decision: "The steering group of both sides, without a vote against.",
    why: "Residents were doing most of it by then.",
  });
  t.step(-690, "Drains mapped", { by: officer, owner: "council", due: -660, of: FIELD, check: true });
  t.moved(-664, "Drains mapped", officer, -635, "The survey team is a month behind.", chair);
  t.done(-638, "Drains mapped", officer, "The map is with the drainage report.", chair);
  t.step(-690, "Goals up for a first game", {
    by: chair,
    owner: "community",
    due: -640,
    of: FIELD,
    early: true,
  });
  t.done(-642, "Goals up for a first game", worker, "Forty came to watch.", officer);
  t.step(-560, "Path lit until ten", { by: officer, owner: "council", due: -430, of: FIELD });
  t.moved(-445, "Path lit until ten", officer, -380, "The lamps are made to order.", chair);
  t.moved(-390, "Path lit until ten", officer, -340, "The ground is too wet for the crane.", chair);
  t.done(-352, "Path lit until ten", officer, "Lit since Monday.", chair);
  t.step(-230, "Opening day", {
    by: chair,
    owner: "joint",
    due: -140,
    of: FIELD,
    shows: "The ribbon is cut.",
  });
  t.step(-228, "Safety papers signed", {
    by: officer,
    owner: "council",
    due: -160,
    of: FIELD,
    partOf: "Opening day",
    check: true,
  });
  t.step(-228, "Stalls and helpers found", {
    by: chair,
    owner: "community",
    due: -150,
    of: FIELD,
    partOf: "Opening day",
  });
  t.moved(-250, FIELD, chair, -130, "The opening waits for the summer.", officer);
  t.done(-163, "Safety papers signed", officer, "All four.", chair);
  t.done(-141, "Stalls and helpers found", worker, "Eleven stalls, thirty helpers.", officer);
  t.stands(
    -128,
    FIELD,
    chair,
    "finished",
    "Open, dry and lit. Two teams and a club for older people use it.",
  );

  t.begun(-420, ROOMS, {
    by: chair,
    aim: "The partnership runs the changing rooms on a long lease.",
    lead: "joint",
    person: "Priya Nair",
    ends: -60,
    agreedBy: officer,
    answersFor: "The lease and the roof.",
    teams: "Legal: drafts the lease\nProperty: mends the roof",
    involves: ["land", "money", "staff"],
    why: "Run by those who use them, they are open longer and cost less to keep.",
  });
  t.step(-410, "Title to the land checked", {
    by: officer,
    owner: "council",
    due: -300,
    of: ROOMS,
    check: true,
  });
  t.done(-305, "Title to the land checked", officer, "No claims on it.", chair);
  t.step(-410, "Lease drafted", {
    by: officer,
    owner: "council",
    due: -180,
    of: ROOMS,
    shows: "A draft both can read.",
  });
  t.moved(-190, "Lease drafted", officer, -110, "The solicitor left.", chair);
  t.moved(-118, "Lease drafted", officer, -40, "The new solicitor starts over.", chair);
  t.movedAlone(-42, "Lease drafted", officer, 21, "Cabinet meets only then.");
  t.step(-405, "Lease signed by both", { by: chair, owner: "joint", due: -70, of: ROOMS });
  t.moved(-100, "Lease signed by both", officer, 45, "It follows the draft.", chair);
  t.moved(-75, ROOMS, officer, 60, "It follows the lease.", chair);
  t.heldUp(-44, ROOMS, chair, "The draft of the lease lies with Legal.");
  t.waits(-30, ROOMS, officer, "The borough’s cabinet");
  t.misses(-35, ROOMS, chair, "Reading a lease");

  t.begun(-58, WINTER, {
    by: worker,
    aim: "Six warm evenings for people who would sit alone.",
    lead: "community",
    person: "Joe Pickering",
    residents: true,
    ends: 110,
    agreedBy: officer,
    answersFor: "Heating, gritting and a van on ice.",
    teams: "Streets: grit on the path\nProperty: the heating",
  });
  t.scoped(-50, WINTER, worker, officer);
  t.step(-50, "Programme printed", { by: worker, owner: "community", due: -7, of: WINTER, early: true });
  t.done(-9, "Programme printed", worker, "Two hundred, at the hall and the surgery.");
  t.step(-50, "Heating checked", { by: officer, owner: "council", due: 12, of: WINTER, check: true });
  t.step(-50, "First winter evening held", { by: worker, owner: "joint", due: 26, of: WINTER, early: true });
  t.step(-48, "Cooks and drivers found", {
    by: worker,
    owner: "community",
    due: 15,
    of: WINTER,
    partOf: "First winter evening held",
  });
  t.step(-48, "Van booked", {
    by: officer,
    owner: "council",
    due: 10,
    of: WINTER,
    partOf: "First winter evening held",
  });
  t.done(-6, "Van booked", officer, "Booked for all six evenings.", worker);
  t.moved(-4, "Heating checked", officer, 19, "The engineer has the flu.");

  const c = new PlanTeller(today, millbrook.slug, county.slug);
  c.begun(-150, CROSSING, {
    by: countyOfficer,
    aim: "Children cross Hill Road without fear.",
    lead: "council",
    involves: ["money"],
  });
  c.step(-148, "Speeds counted for a week", { by: countyOfficer, owner: "council", due: -25, of: CROSSING });
  return [t, c];
}

const WALL = "Quay wall repairs";
const BEACH = "Benches on the beach walk";
const FUND = "What the harbour fund is for";

/** Harbour End: led by the council without an endpoint, held up, days moved alone, a lead taken without a decision. */
export function harbourPlans(today: Day, { cast, harbour, unitary }: Places): History[] {
  const chair = cast["chair@harbour.example"];
  const liaison = cast["liaison@unitary.example"];
  const t = new PlanTeller(today, harbour.slug, unitary.slug);
  t.begun(-600, FUND, {
    by: chair,
    aim: "The fund pays for what residents asked for.",
    lead: "joint",
    involves: ["money"],
  });
  t.scoped(-598, FUND, liaison);
  t.leadMoved(-410, FUND, liaison, { to: "none", why: "Nadia left." });
  t.stands(-300, FUND, liaison, "paused");
  t.begun(-500, BEACH, {
    by: chair,
    aim: "Somewhere to sit on the way to the beach.",
    lead: "community",
    person: "Sandra Pike",
    ends: -200,
  });
  t.step(-495, "Places for benches agreed", { by: chair, owner: "joint", due: -420, of: BEACH });
  t.done(-415, "Places for benches agreed", chair, "Five places.");
  t.step(-495, "Benches ordered", { by: chair, owner: "council", due: -330, of: BEACH });
  t.movedAlone(-335, "Benches ordered", liaison, -250, "Waiting for next year’s budget.");
  t.leadMoved(-260, BEACH, liaison, { to: "council", why: "It is our land." });
  t.givenUp(-180, "Benches ordered", liaison, "There was no budget next year either.");
  t.step(-160, "Beach walk cleared", { by: chair, owner: "community", due: -95, of: BEACH });
  t.done(-96, "Beach walk cleared", chair, "Twelve people, thirty bags.");
  t.begun(-350, WALL, {
    by: liaison,
    aim: "The quay wall is safe.",
    lead: "council",
    person: "Colin Reeve",
    residents: false,
    involves: ["money", "land"],
  });
  t.step(-345, "Wall surveyed", { by: liaison, owner: "council", due: -200, of: WALL });
  t.movedAlone(-210, "Wall surveyed", liaison, -90, "No surveyor was free.");
  t.movedAlone(-95, "Wall surveyed", liaison, 30, "The tender failed.");
  for (const [title, due] of [
    ["The wall is propped for the winter", -60],
    ["The beach is clean before the storms", -85],
  ] as const)
    t.step(-142, title, { by: liaison, owner: "joint", due, of: WALL });
  t.heldUp(-129, WALL, chair, "Nobody can say who owns the wall.", "Who pays if the wall goes?");
  return [t];
}
