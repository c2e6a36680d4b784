import type { SignedIn } from "~/composition/execution.server";
import { keepDecision } from "~/features/partnership/decisions.commands.server";
import { keepMember } from "~/features/partnership/members.commands.server";
import {
  keepInterest,
  keepMending,
  keepPlan,
  keepPolicy,
} from "~/features/partnership/papers.commands.server";
import { draftReview, startReview } from "~/features/partnership/reviews.commands.server";
import { canaryOf } from "./fixtures-records";
import { mustRun, type Place } from "./place";

/** A good form about a member. */
export const memberForm = {
  name: "Ana Marsh",
  role: "member",
  livesHere: "yes",
  voting: "yes",
  paid: "no",
  kin: "none",
  startsOn: "2022-01-01",
} as const;

/** What is kept in the partnership's own papers, each a word to look for. */
export const OWN_CANARIES = ["member", "policy", "interest", "decision", "plan", "mending", "review"].map(
  (kind) => canaryOf(`own ${kind}`, "side, community"),
);
const wordOf = (kind: string) => canaryOf(`own ${kind}`, "side, community");

/** Lines of the fixture to open by their id. */
export type Own = { member: string; decision: string; review: string };

/** Something of everything the partnership of Oakfield keeps to itself. */
export async function buildOwn({ area, by }: Place, editor: SignedIn): Promise<Own> {
  const place = { area: area.slug };
  const member = { ...place, ...memberForm, name: wordOf("member") };
  const { id: memberId } = await mustRun(editor, keepMember, member, by);
  const policy = { ...place, about: "conduct", title: wordOf("policy"), adoptedOn: "2024-01-01" } as const;
  await mustRun(editor, keepPolicy, policy, by);
  const interest = { ...place, memberId, body: wordOf("interest"), nature: "runs" } as const;
  await mustRun(editor, keepInterest, { ...interest, startsOn: "2022-01-01" }, by);
  const decision = { ...place, title: wordOf("decision"), about: "grant", decidedOn: "2026-01-01" } as const;
  const { id: decisionId } = await mustRun(editor, keepDecision, decision, by);
  const plan = { ...place, kind: "vision", agreedOn: "2024-01-01", text: wordOf("plan") } as const;
  await mustRun(editor, keepPlan, plan, by);
  const mending = { ...place, checkId: "members", doing: wordOf("mending"), byOn: "2030-01-01" } as const;
  await mustRun(editor, keepMending, mending, by);
  const { id } = await mustRun(editor, startReview, { ...place, year: 2024 }, by);
  const answers = [{ id: "reflects", text: wordOf("review") }];
  await mustRun(editor, draftReview, { ...place, id, revision: 1, answers }, by);
  return { member: memberId, decision: decisionId, review: id };
}
