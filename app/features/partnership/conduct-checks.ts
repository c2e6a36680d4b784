import { addDays, type Day } from "~/platform/calendar/day";
import type { Asked, CheckRef, CheckRule } from "./check";
import { bodyKey, type Decision, holdsOn, type Interest, type PartnershipFacts, POLICY_ABOUTS } from "./line";

/** The policies every partnership of the programme has agreed for itself (guidance 003). */
export const policies: CheckRule = ({ facts, programme, today }) => {
  const held = facts.policies.filter((one) =>
    holdsOn({ startsOn: one.adoptedOn, endsOn: one.endsOn }, today),
  );
  const missing = programme.policies.filter((about) => !held.some((one) => one.about === about));
  const words = missing.map((about) => POLICY_ABOUTS[about].toLowerCase()).join(", ");
  const due = held.filter(({ reviewOn }) => reviewOn !== null && reviewOn <= today);
  return {
    state: missing.length === 0 ? "passes" : "fails",
    says: missing.length === 0 ? "The policies that are asked for are agreed." : `Not agreed yet: ${words}.`,
    mend: "The members: agree the policy at a meeting and write down the day.",
    care: due.map(({ title }) => `The day to look again at “${title}” has come.`),
    records: held.map(({ id, title }) => ({ kind: "policy", id, label: title })),
  };
};

/** Somebody with a declared interest in the body a decision is about, and what they did. */
export type RecusalDue = { interest: Interest; name: string; vote: Decision["votes"][number]["vote"] | null };

/** Who has to step out of a decision, by the interests that held on its day. */
export function recusalsDue(
  decision: Pick<Decision, "body" | "decidedOn" | "votes">,
  { members, interests }: Pick<PartnershipFacts, "members" | "interests">,
): RecusalDue[] {
  const body = decision.body === null ? "" : bodyKey(decision.body);
  if (body === "") return [];
  const concerned = interests.filter((one) => bodyKey(one.body) === body && holdsOn(one, decision.decidedOn));
  return concerned.flatMap((interest) => {
    const member = members.find(({ id }) => id === interest.memberId);
    if (!member || !holdsOn(member, decision.decidedOn)) return [];
    const vote = decision.votes.find((one) => one.member === member.id)?.vote ?? null;
    return [{ interest, name: member.name, vote }];
  });
}

const decisionRef = ({ id, title }: Decision): CheckRef => ({ kind: "decision", id, label: title });

/** Members step out of a decision about a body they have an interest in (guidance 003). */
export const interests: CheckRule = (asked) => {
  const due = recent(asked).flatMap((decision) =>
    recusalsDue(decision, asked.facts).map((one) => ({ ...one, decision })),
  );
  const stayed = due.filter(({ vote }) => vote !== null && vote !== "stepped_out");
  const open = due.filter(({ vote }) => vote === null);
  const say = (all: typeof due) =>
    all.map(({ name, decision }) => `${name} in “${decision.title}”`).join("; ");
  const good =
    due.length === 0
      ? "No decision was about a body a member has an interest in."
      : "Whoever had an interest stepped out.";
  return {
    state: stayed.length > 0 ? "fails" : open.length > 0 ? "unknown" : "passes",
    says:
      stayed.length > 0
        ? `Took part with an interest: ${say(stayed)}.`
        : open.length > 0
          ? `Not written down whether they stepped out: ${say(open)}.`
          : good,
    mend: "The members: decide again without whoever has an interest, and write down who stepped out.",
    care:
      asked.facts.interests.length === 0 ? ["No interest is declared yet. Ask each member once a year."] : [],
    records: uniqueRefs(
      due.flatMap(({ decision, interest, name }) => [
        decisionRef(decision),
        { kind: "interest", id: interest.id, label: `${name}: ${interest.body}` },
      ]),
    ),
  };
};

/** Decisions are recorded, told, and say how they were made (guidance 003). A vote says who voted how. */
export const decisions: CheckRule = (asked) => {
  const all = recent(asked);
  const bare = all.filter(({ how, votes }) => how === null || (how === "vote" && votes.length === 0));
  const untold = all.filter(({ toldOn }) => toldOn === null);
  const titles = bare.map(({ title }) => `“${title}”`).join(", ");
  return {
    state: all.length === 0 ? "unknown" : bare.length === 0 ? "passes" : "fails",
    says:
      all.length === 0
        ? "No decision of the last year is written down."
        : bare.length === 0
          ? `Each of ${all.length} decisions of the last year says how it was made.`
          : `It is not written down how these were made: ${titles}.`,
    mend: "The secretary: write down how each was made, and for a vote who voted how.",
    care: untold.map(({ title }) => `Residents have not been told of “${title}” yet.`),
    records: all.map(decisionRef),
  };
};

function recent({ facts, programme, today }: Asked): Decision[] {
  const from: Day = addDays(today, -programme.decisionDays);
  return facts.decisions.filter(({ decidedOn }) => from < decidedOn && decidedOn <= today);
}

function uniqueRefs(refs: readonly CheckRef[]): CheckRef[] {
  return [...new Map(refs.map((ref) => [`${ref.kind} ${ref.id}`, ref])).values()];
}
