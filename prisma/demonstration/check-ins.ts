import type { Day } from "~/platform/calendar/day";
import { CheckInTeller } from "./check-in-teller";
import type { Places } from "./places";

// What somebody answered: a figure a question, a group a component in the method's order, "-" for "don't know".

/** Millbrook Rise with its borough: from lukewarm to good, and one that is open and the chair has not answered. */
export function millbrookCheckIns(today: Day, { cast, millbrook, borough }: Places): CheckInTeller[] {
  const chair = cast["chair@millbrook.example"];
  const worker = cast["worker@millbrook.example"];
  const resident = cast["resident@millbrook.example"];
  const rep = cast["rep@programme.example"];
  const officer = cast["officer@borough.example"];
  const clerk = cast["clerk@borough.example"];
  const councillor = cast["councillor@borough.example"];
  const t = new CheckInTeller(today, millbrook.slug, borough.slug);
  t.round(-295, chair, [
    [chair, "243 323 232 232 243"],
    [worker, "343 233 333 23- 333"],
    [rep, "343 333 223 233 333"],
    [officer, "344 333 343 333 334"],
    [clerk, "3-3 434 333 33- 343"],
    [councillor, "443 334 344 333 343"],
  ]);
  t.round(-200, officer, [
    [chair, "343 334 333 333 343"],
    [worker, "444 334 343 333 344"],
    [resident, "34- 333 233 3-3 334"],
    [rep, "444 344 333 333 443"],
    [officer, "444 444 343 343 444"],
    [clerk, "4-4 444 344 34- 443"],
    [councillor, "454 344 344 434 444"],
  ]);
  t.round(-104, chair, [
    [chair, "454 444 434 343 444"],
    [worker, "455 444 444 344 445"],
    [resident, "44- 434 344 4-4 444"],
    [rep, "454 445 444 344 544"],
    [officer, "454 454 444 444 454"],
    [clerk, "4-4 454 444 44- 454"],
    [councillor, "554 445 454 444 454"],
    ["Priya Nair", "444 444 343 343 444", officer],
  ]);
  t.round(-5, officer, [
    [worker, "455 445 444 444 445"],
    [officer, "454 454 445 444 454"],
    [councillor, "554 455 454 444 455"],
    ["Priya Nair", null, officer],
  ]);
  return [t];
}

/**
 * Harbour End: the council doubted at first that it needs what residents bring, and thinks well by now of how it works with
 * the partnership; the partnership does not, though it has been hearing from the council more easily of late.
 */
export function harbourCheckIns(today: Day, { cast, harbour, unitary }: Places): CheckInTeller[] {
  const chair = cast["chair@harbour.example"];
  const liaison = cast["liaison@unitary.example"];
  const t = new CheckInTeller(today, harbour.slug, unitary.slug);
  t.round(-282, chair, [
    [chair, "233 223 232 223 223"],
    ["Len Barrow", "332 322 323 3-3 332", chair],
    ["Sandra Pike", "322 232 223 223 233", chair],
    [liaison, "423 444 343 334 343"],
    ["Colin Reeve", "324 444 434 343 334", liaison],
    ["Gwen Tully", "423 344 33- 333 443", liaison],
  ]);
  t.round(-188, liaison, [
    [chair, "222 222 222 222 223"],
    ["Len Barrow", "232 233 323 2-2 322", chair],
    ["Sandra Pike", "222 222 232 322 232", chair],
    [liaison, "444 444 343 334 343"],
    ["Colin Reeve", "444 444 434 343 334", liaison],
    ["Gwen Tully", "443 444 33- 333 343", liaison],
  ]);
  t.round(-92, chair, [
    [chair, "122 122 333 333 222"],
    ["Len Barrow", "232 232 343 3-3 322", chair],
    ["Sandra Pike", "222 212 433 343 232", chair],
    [liaison, "444 444 344 334 343"],
    ["Colin Reeve", "554 545 434 343 434", liaison],
    ["Gwen Tully", "445 445 33- 343 343", liaison],
  ]);
  return [t];
}
