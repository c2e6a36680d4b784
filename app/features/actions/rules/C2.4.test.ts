import { expect, test } from "vitest";
import type { Fact } from "../../scoring/facts";
import type { PostSeen } from "../records-seen";
import { ago, evidence, handedOver, post, TODAY } from "../sample-evidence";
import { C2_4 } from "./C2.4";

// When it comes up: council-rules.test.ts and community-rules.test.ts. Here: what it says then.
const left = (days: number, more: Partial<PostSeen> = {}) => post("gone", { endsOn: ago(days), ...more });

test("C2.4 of somebody who leaves within 30 days comes first, with the days left", () => {
  const seen = C2_4.look(evidence({ posts: [left(-10, { isLead: true })] }), TODAY, "council");
  expect(seen).toMatchObject({ outranks: "leaver", dueInDays: 10, daysOverdue: undefined });
});

test("C2.4 is answered by the handover made complete today, in place of what is held of it", () => {
  const handovers = [handedOver("gone", { complete: false })];
  const fact: Fact = {
    type: "handover",
    id: "handover of gone",
    side: "council",
    notified: ago(40),
    effective: ago(1),
    prepared: ago(3),
  };
  const posts = [left(1, { isLead: true })];
  const look = (facts: Fact[]) => C2_4.look(evidence({ posts, handovers, facts }), TODAY, "council");
  expect(look([fact])?.hypothetical).toEqual({ ...fact, accepted: TODAY, completed: TODAY });
  const missed = C2_4.look(evidence({ posts }), TODAY, "council");
  expect(missed?.hypothetical).toMatchObject({ id: "gone.handover", effective: ago(1), completed: TODAY });
});

test("C2.4 of a leaver whose handover is announced waits for its turn", () => {
  const posts = [left(-10, { isLead: true })];
  const handovers = [handedOver("gone", { complete: false })];
  const seen = C2_4.look(evidence({ posts, handovers }), TODAY, "council");
  expect(seen).toMatchObject({ outranks: undefined, recordIds: ["handover of gone"] });
});
