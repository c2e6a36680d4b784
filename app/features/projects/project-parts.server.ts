import { z } from "zod";
import { type Day, dayToDate } from "~/platform/calendar/day";
import { Problem } from "~/platform/command.server";
import { type FormDay, resolveDay } from "~/platform/form-days";
import { SHORT_TEXT_MAX } from "~/platform/form-texts";
import type { AreaActor } from "../identity/actor";
import type { Context } from "../records/recording.server";
import { refuse } from "./plan-change.server";
import { checkEnd, checkPast, checkYear } from "./plan-days";
import { type Bearer, readTeams } from "./project";

/** Teams beyond which a list is a slip. */
const MOST_TEAMS = 20;

/** Whether residents hold the lead, as a form says it. */
export const residentsLead = z.enum(["yes", "no"]).nullish();

type Typed = { startedOn: FormDay; endsOn: FormDay | null; leadSince: FormDay | null };

/** The days of a new project, checked: it ends after it began, and nobody leads it from a day to come. */
export function daysOf({ today }: Context, typed: Typed) {
  const startedOn = resolveDay(typed.startedOn, today);
  refuse("startedOn", checkYear(startedOn, today));
  const endsOn = typed.endsOn === null ? null : resolveDay(typed.endsOn, today);
  if (endsOn !== null) refuse("endsOn", checkEnd(endsOn, startedOn, "the project begins", today));
  const usual = startedOn > today ? today : startedOn;
  const leadSince = typed.leadSince === null ? usual : resolveDay(typed.leadSince, today);
  refuse("leadSince", checkPast(leadSince, today, null));
  return { startedOn, endsOn, leadSince };
}

/** The teams that were typed, a line each; throws Problem where there are too many, or a name is no name. */
export function teamsOf(text: string | null) {
  const teams = readTeams(text);
  if (teams.length > MOST_TEAMS) throw new Problem({ teams: `Use ${MOST_TEAMS} lines or fewer` });
  if (teams.some(({ name }) => name.length > SHORT_TEXT_MAX))
    throw new Problem({
      teams: `Keep the name of a team to ${SHORT_TEXT_MAX} characters. Put a colon after it`,
    });
  return teams;
}

/** Writes the teams of a project. */
export async function writeTeams(context: Context, projectId: string, teams: ReturnType<typeof readTeams>) {
  await context.tx.projectTeam.createMany({
    data: teams.map((team, position) => ({ id: context.newId(), projectId, position, ...team })),
  });
}

type FirstLead = { lead: Bearer; leadPersonId: string | null; on: Day };

/** Keeps who led first, and from when. */
export async function keepFirstLead(context: Context, actor: AreaActor, projectId: string, first: FirstLead) {
  await context.tx.projectLeadChange.create({
    data: {
      id: context.newId(),
      projectId,
      on: dayToDate(first.on),
      toLead: first.lead,
      toPersonId: first.leadPersonId,
      bySide: actor.side,
    },
    select: { id: true },
  });
}
