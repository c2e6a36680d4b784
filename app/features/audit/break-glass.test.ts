import { expect, it } from "vitest";
import { glassState } from "./break-glass";

const at = (time: string) => new Date(`2026-10-01T${time}:00Z`);
const asked = { askedAt: at("10:00"), confirmedAt: null, endsAt: null, endedAt: null };
const open = { ...asked, confirmedAt: at("11:00"), endsAt: at("12:00") };

it.each([
  ["asked", asked, at("10:01"), "waiting"],
  ["asked yesterday", asked, new Date("2026-10-02T10:00:00Z"), "over"],
  ["confirmed", open, at("11:59"), "open"],
  ["an hour later", open, at("12:00"), "over"],
  ["ended early", { ...open, endedAt: at("11:10") }, at("11:30"), "over"],
  ["taken back", { ...asked, endedAt: at("10:10") }, at("10:11"), "over"],
])("%s it is %s at %s: %s", (_, times, now, state) => {
  expect(glassState(times, now)).toBe(state);
});
