import type { AreaActor } from "~/features/identity/actor";
import type { MeetingStep, Present } from "~/features/imports/meetings-plan";
import { findBefore, type MeetingUndo } from "~/features/imports/meetings-undo.server";
import { noteCancelled, recordCancelled } from "~/features/meetings/cancelled.commands.server";
import { editPlan } from "~/features/meetings/edit-meeting.commands.server";
import type { MeetingHow } from "~/features/meetings/meeting";
import { logMeeting, planMeeting } from "~/features/meetings/meetings.commands.server";
import { isRole, type RoleId } from "~/features/people/person";
import type { Context } from "~/features/records/recording.server";
import { Problem } from "~/platform/command.server";

/** What somebody says of a meeting that has been: left out, or held, with one more of each side where nobody is known. */
export type Answer = { became: "leave" | "met"; council: string | null; community: string | null };

/** Where the meetings go, and how one meets where the file does not say. */
export type Into = {
  actor: AreaActor;
  council: string | undefined;
  how: MeetingHow;
  people: readonly Present[];
};

type Step<K extends MeetingStep["kind"]> = Extract<MeetingStep, { kind: K }>;
const LONGEST_PURPOSE = 2000;

/** Carries one step out by the meetings' own commands; how it goes back, null where nothing was done. */
export async function carryOutStep(
  context: Context,
  into: Into,
  step: Exclude<MeetingStep, Step<"ask-past">>,
): Promise<MeetingUndo | null> {
  switch (step.kind) {
    case "plan-meeting": {
      const { id } = await context.call(planMeeting, {
        ...plan(into, step),
        purpose: naming("Invited", step.invited),
      });
      return made(id, step);
    }
    case "record-cancelled": {
      const { id } = await context.call(recordCancelled, plan(into, step));
      return made(id, step);
    }
    case "call-off-meeting":
      await context.call(noteCancelled, { id: step.id });
      return { undo: "nothing", id: step.id, title: step.name, revision: 0 };
    case "move-meeting": {
      const { id, revision } = step;
      const before = await findBefore(context.tx, id);
      const { area: _, council: __, ...now } = plan(into, step);
      const how = step.event.how ?? before.how;
      await context.call(editPlan, { ...now, how, purpose: before.purpose, id, revision });
      return { undo: "edit", id, title: step.name, revision: revision + 1, before };
    }
  }
}

/** Logs a meeting that was held, with people of both sides; the problem is beside the answer numbered `at`. */
export async function logPast(
  context: Context,
  into: Into,
  step: Step<"ask-past">,
  answer: Answer,
  at: number,
): Promise<MeetingUndo> {
  const present = new Map(step.present.map((one) => [one.personId, one]));
  for (const side of ["council", "community"] as const) {
    const named = into.people.find(({ personId }) => personId === answer[side]);
    if (answer[side] !== null && named?.side !== side)
      throw new Problem({ [`asked[${at}].${side}`]: "Choose somebody from the list" });
    if (named) present.set(named.personId, named);
    if (![...present.values()].some((one) => one.side === side))
      throw new Problem({ [`asked[${at}].${side}`]: `Choose who of the ${WHO[side]} was there` });
  }
  const attendees = [...present.values()].map(({ personId, side, role }) => ({
    ...{ personId, side, attendance: "attended" as const },
    capacity: capacity(role, side),
  }));
  const { durationMinutes } = step.event;
  const purpose = naming("Also invited", step.others);
  const input = { ...plan(into, step), purpose, attendees, minutes: null };
  const { id } = await context.call(logMeeting, { ...input, durationMinutes });
  return made(id, step);
}

const WHO = { council: "council", community: "partnership" } as const;

function made(id: string, { name }: MeetingStep): MeetingUndo {
  return { undo: "bin", id, title: name, revision: 1 };
}

function plan({ actor, council, how }: Into, { event }: MeetingStep) {
  const { title, on, startsAt, place } = event;
  return { area: actor.areaSlug, council, title, on, startsAt, place, how: event.how ?? how };
}

/** Names for both sides to read; addresses stay in the file. */
function naming(words: string, names: readonly string[]): string | null {
  const people = names.filter((name) => !name.includes("@"));
  if (people.length === 0) return null;
  return `${words}: ${people.join(", ")}`.slice(0, LONGEST_PURPOSE).toWellFormed();
}

function capacity(role: string, side: "council" | "community"): RoleId {
  if (isRole(role)) return role;
  return side === "council" ? "officer" : "member";
}
