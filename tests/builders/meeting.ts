import type { z } from "zod";
import type { SignedIn } from "~/composition/execution.server";
import type { logMeetingWithPromises } from "~/composition/meetings.commands.server";
import { logMeeting, planMeeting } from "~/features/meetings/meetings.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import { mustRun, type Place } from "./place";

/** Two people to meet with: an officer of the borough and the chair of the partnership. */
export async function buildPeople(place: Place): Promise<{ officer: string; chair: string }> {
  const area = place.area.slug;
  const add = (name: string, organisation: string, role: "officer" | "chair") =>
    mustRun(place.community.lead, addPerson, { area, name, organisation, role }, place.by);
  const officer = await add("Olu Officer", place.council.slug, "officer");
  const chair = await add("Cass Chair", "ours", "chair");
  return { officer: officer.id, chair: chair.id };
}

type People = Awaited<ReturnType<typeof buildPeople>>;

/** Both of them, as having come. */
export function bothCame({ officer, chair }: People) {
  return [
    { personId: officer, side: "council" as const, capacity: "officer" as const },
    { personId: chair, side: "community" as const, capacity: "chair" as const },
  ];
}

type Plan = z.input<(typeof planMeeting)["input"]>;

/** A planned meeting's id: on 20 October 2026 unless told otherwise. */
export async function buildPlanned(place: Place, by: SignedIn, plan: Partial<Plan> = {}): Promise<string> {
  const input: Plan = {
    area: place.area.slug,
    ...(place.county ? { council: place.council.slug } : {}),
    on: "2026-10-20",
    how: "in_person",
    title: "Quarterly meeting",
    ...plan,
  };
  return (await mustRun(by, planMeeting, input, place.by)).id;
}

type Log = z.input<(typeof logMeeting)["input"]>;

/** A held meeting's id: on 28 September 2026, with both sides, unless told otherwise. */
export async function buildHeld(
  place: Place,
  by: SignedIn,
  people: People,
  log: Partial<Log> = {},
): Promise<string> {
  const input: Log = {
    area: place.area.slug,
    ...(place.county ? { council: place.council.slug } : {}),
    on: "2026-09-28",
    how: "in_person",
    title: "About the park",
    attendees: bothCame(people),
    ...log,
  };
  return (await mustRun(by, logMeeting, input, place.by)).id;
}

/** What the page sends when a meeting is logged in the shortest way. */
export function shortestForm(
  place: Place,
  more: Partial<z.input<(typeof logMeetingWithPromises)["input"]>> = {},
) {
  return {
    area: place.area.slug,
    on: "today",
    how: "in_person",
    title: "About the park",
    theirs: [{ person: "Olu Officer, Barley Borough" }],
    ours: [{ person: "Cass Chair" }],
    ...more,
  };
}
