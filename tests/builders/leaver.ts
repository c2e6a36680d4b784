import type { z } from "zod";
import type { SignedIn } from "~/composition/execution.server";
import { announceLeaver } from "~/composition/handovers.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import { newId } from "~/platform/ids";
import { mustRun, type Place } from "./place";

type Announced = Partial<z.input<typeof announceLeaver.input>>;

/** Somebody with a post in Oakfield since 2020, of the user's own organisation unless told otherwise. */
export async function buildPost(
  { area, by }: Place,
  user: SignedIn,
  person: Partial<z.input<typeof addPerson.input>> = {},
) {
  const input = {
    area: area.slug,
    name: `Leaver ${newId().replace(/[\d-]/g, "x")}`,
    organisation: "ours",
    role: "officer" as const,
    startsOn: "2020-01-01",
    ...person,
  };
  const { id, appointmentId } = await mustRun(user, addPerson, input, by);
  return { id, postId: appointmentId };
}

/** A handover of that post: told on 10 September 2026, last day 30 September 2026 unless told otherwise; its id. */
export async function buildHandover(
  { area, by }: Place,
  user: SignedIn,
  { postId, incomingId }: Announced & { postId: string },
): Promise<string> {
  const input = {
    area: area.slug,
    why: "new_job" as const,
    notifiedOn: "2026-09-10",
    lastDay: "2026-09-30",
    postId,
    incomingId,
  };
  return (await mustRun(user, announceLeaver, input, by)).id;
}
