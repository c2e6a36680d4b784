import { daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { contactMeetings, counted, type Evidence, factOf, metToday } from "../evidence";
import { openProjects, type ProjectSeen, stepsOf } from "../plan-seen";
import { lastDay } from "../pulse";
import { listed, named } from "../wording";

const LACKS = {
  "no council lead": "nobody of the council named",
  "no team": "no team",
  "no responsibility": "no word on what the council answers for",
};
type Lack = keyof typeof LACKS;

// The council leads, alone or jointly, or somebody of it is named for one of the steps.
function lacksOf(evidence: Evidence, project: ProjectSeen): Lack[] {
  const leads = project.lead === "council" || project.lead === "joint";
  const named = leads || stepsOf(evidence, project.id).some(({ councilNamed }) => councilNamed);
  const holds = {
    "no council lead": !named,
    "no team": project.teams === 0,
    "no responsibility": !project.responsibility,
  };
  return (Object.keys(LACKS) as Lack[]).filter((lack) => holds[lack]);
}

/**
 * A project names nobody of the council, no team, or not what the council answers for (guide, C1.3). Also where a
 * side finds it unclear who answers for what, until the two talk of a project (docs/method.md 8).
 */
export const C1_3: ActionRule = {
  id: "C1.3",
  component: "recognition",
  for: [{ side: "council", roles: ["officer", "councillor"] }],
  effort: 2,
  title: "Say what the council answers for in each project, and which team does what",
  wording: "Name a person, the teams and what each adds, and by when. Help the community through the door.",
  closes:
    "Each open project says what the council answers for, names a team, and a lead or somebody at the council.",
  look(evidence, today) {
    const open = openProjects(evidence);
    const found = open.flatMap((project) => {
      const lacks = lacksOf(evidence, project);
      return lacks.length === 0 ? [] : [{ ...project, lacks }];
    });
    const [oldest] = found;
    if (!oldest) return null;
    const lacks = (Object.keys(LACKS) as Lack[]).filter((one) => found.some((it) => it.lacks.includes(one)));
    const fact = oldest.lead === null ? factOf(evidence, oldest.id, "project") : undefined;
    return {
      because: `${found.length} of ${counted(open.length, "project")} ${found.length === 1 ? "has" : "have"} ${listed(
        lacks.map((lack) => LACKS[lack]),
        "or",
      )}: ${named(found)} (oldest begun ${daysBetween(oldest.startedOn, today)} days ago).`,
      recordIds: found.map(({ id }) => id),
      state: found.flatMap((one) => one.lacks.map((lack) => `${one.id} ${lack}`)),
      since: oldest.startedOn,
      hypothetical:
        fact && fact.lead_named == null
          ? { ...fact, lead_named: today }
          : { ...metToday(today, "in person"), actions: 1, actions_owned: 1 },
    };
  },
  listens: [
    {
      side: "council",
      questions: [{ question: "ownership.2" }],
      answeredOn: (evidence) =>
        lastDay(contactMeetings(evidence).map(({ projectIds, on }) => (projectIds.length > 0 ? on : null))),
      answer: (today) => ({ ...metToday(today, "in person"), actions: 1, actions_owned: 1 }),
    },
  ],
};
