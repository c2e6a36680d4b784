import { actions, answers } from "./actions.server";
import { agreements } from "./agreements.server";
import { aims } from "./aims.server";
import { checkIns } from "./check-ins.server";
import { closing } from "./closing.server";
import { commitments } from "./commitments.server";
import { evidence } from "./evidence.server";
import { handovers } from "./handovers.server";
import { meetings, series } from "./meetings.server";
import { mergings } from "./merging.server";
import { milestones } from "./milestones.server";
import { organisations } from "./organisations.server";
import { ownPapers } from "./own-papers.server";
import { people, posts } from "./people.server";
import { projects } from "./projects.server";
import { proposals } from "./proposals.server";
import { elections, notes, relationships, rhythms } from "./relationships.server";
import { requests } from "./requests.server";
import type { Resource } from "./resource.server";

/** Everything the API has of an area: a new kind is one entry. */
export const RESOURCES: readonly Resource[] = [
  meetings,
  series,
  commitments,
  requests,
  projects,
  milestones,
  agreements,
  proposals,
  handovers,
  evidence,
  aims,
  organisations,
  people,
  posts,
  mergings,
  checkIns,
  relationships,
  rhythms,
  notes,
  elections,
  actions,
  answers,
  ...ownPapers,
  closing,
];
