import type { SignedIn } from "~/composition/execution.server";
import { openStudy } from "~/features/releases/studies.commands.server";
import { addStudyMember } from "~/features/releases/study-members.commands.server";
import { addDays } from "~/platform/calendar/day";
import { todayBy } from "~/platform/clock";
import { mustRun, type Place } from "./place";

type Opened = { title?: string; purpose?: string; days?: number; members?: readonly SignedIn[] };

/** What a study is called and wants to find out, in words found nowhere else. */
export const STUDY_CANARIES = { title: "canary-study", purpose: "canary-study.purpose" } as const;

/** A study that is open from today, by rural and urban, with these people in it. */
export async function buildStudy(
  { admin, by }: Pick<Place, "admin" | "by">,
  {
    title = "Promises and trust",
    purpose = "Whether promises kept go with trust.",
    days = 365,
    members = [],
  }: Opened = {},
): Promise<{ id: string; slug: string }> {
  const startsOn = todayBy(by.clock);
  const endsOn = addDays(startsOn, days);
  const asked = { title, purpose, dimension: "ruralUrban", startsOn, endsOn } as const;
  const made = await mustRun(admin, openStudy, asked, by);
  for (const { email } of members) await mustRun(admin, addStudyMember, { id: made.id, email }, by);
  return made;
}
