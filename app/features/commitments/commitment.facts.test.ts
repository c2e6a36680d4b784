import { expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { factSchema } from "../scoring/facts";
import { type FactSource, toFact } from "./commitment.facts";

const day = toDay("2026-05-01");
const later = toDay("2026-06-01");
const source: FactSource = {
  id: "a",
  level: "shared",
  gone: false,
  bySide: "council",
  recordedBySide: "community",
  recordedOn: later,
  madeOn: day,
  dueOn: later,
  doneOn: later,
  doneSaidOn: later,
  confirmedOn: null,
  toldOn: day,
  toldSaidOn: day,
  notKeptOn: null,
  withdrawnOn: null,
  disownedOn: null,
  contestedOn: day,
  contestedBySide: "council",
  settledOn: later,
  redatings: [
    { agreedOn: null, id: "1" },
    { agreedOn: day, id: "2" },
  ].map((one) => ({
    ...one,
    proposedBySide: "council" as const,
    proposedOn: day,
    newDueOn: later,
    reason: "Secret words",
    declinedOn: null,
    withdrawnOn: null,
    declinedReason: null,
  })),
};

it("is the golden form: days and sides, agreed new days only, no text", () => {
  expect(toFact(source)).toEqual({
    type: "commitment",
    id: "a",
    by: "council",
    made: "2026-05-01",
    due: "2026-06-01",
    done: "2026-06-01",
    confirmed: null,
    told: "2026-05-01",
    renegotiated: [{ agreed: "2026-05-01", due: "2026-06-01" }],
    not_kept: null,
    withdrawn: null,
    contested: "2026-05-01",
    settled: "2026-06-01",
  });
  expect(factSchema.parse(toFact(source))).toEqual(toFact(source));
});

it("is nothing where the promise is not shared or has left the register", () => {
  expect(toFact({ ...source, gone: true })).toBeNull();
  expect(toFact({ ...source, level: "side" })).toBeNull();
  expect(toFact({ ...source, level: "personal" })).toBeNull();
});
