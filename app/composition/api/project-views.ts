import { z } from "zod";
import { bothSides, day, side } from "./plain-values";
import { bearer, dayProposal, planDay, planState, stepLine } from "./plan-views";

const stage = z.enum(["idea", "agreed", "under_way", "paused", "finished", "stopped"]);
const flag = z.enum(["held-up", "no-lead", "no-endpoint", "past-its-endpoint", "waits-for-a-decision"]);

/** A line of the list of projects. */
export const projectItem = z.object({
  id: z.string(),
  relationshipId: z.string().nullable(),
  title: z.string(),
  contested: z.boolean(),
  lead: bearer.nullable(),
  closed: z.boolean(),
  leadPersonId: z.string().nullable(),
  startedOn: day,
  endsOn: day.nullable(),
  stage,
  daysPast: z.number(),
  flags: z.array(flag),
  waitsFor: z.array(side),
  steps: z.number(),
  stepsDone: z.number(),
});

/** A project as its page shows it to one reader. */
export const projectView = z.object({
  blocks: z.array(
    z.object({
      request: z.object({ href: z.string(), title: z.string() }).nullable(),
      id: z.string(),
      text: z.string(),
      since: day,
      clearedOn: day.nullable(),
      clearedNote: z.string().nullable(),
      helpAsked: z.boolean(),
    }),
  ),
  leadChanges: z.array(
    z.object({
      meeting: z.object({ href: z.string(), title: z.string() }).nullable(),
      id: z.string(),
      on: day,
      from: bearer.nullable(),
      to: bearer.nullable(),
      person: z.string().nullable(),
      isMove: z.boolean(),
      decided: z.boolean(),
      decisionText: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  meetings: z.array(z.object({ href: z.string(), on: day, id: z.string(), title: z.string() })),
  steps: z.array(stepLine),
  plan: z.array(
    z.object({
      href: z.string().nullable(),
      id: z.string(),
      title: z.string(),
      days: z.array(planDay),
      expectedOn: day,
      doneOn: day.nullable(),
      state: planState,
    }),
  ),
  contested: z.boolean(),
  can: z.array(
    z.enum([
      "record",
      "edit",
      "agree-day",
      "decline-day",
      "set-stage",
      "change-lead",
      "note-decision",
      "state-responsibility",
      "set-endpoint",
      "agree-endpoint",
      "move-day",
      "fix-scope",
      "agree-scope",
      "block",
      "ask-help",
      "clear-block",
      "await-decision",
      "decision-made",
      "open-gap",
      "fill-gap",
    ]),
  ),
  stage,
  closedOn: day.nullable(),
  startedOn: day,
  lead: bearer.nullable(),
  endpoint: z
    .object({
      agreed: day,
      expected: day,
      waiting: dayProposal.nullable(),
    })
    .nullable(),
  endsAgreedOn: day.nullable(),
  endsBySide: side.nullable(),
  daysPast: z.number(),
  decision: z.object({ from: z.string(), since: day.nullable() }).nullable(),
  scope: z.object({ fixedOn: day.nullable(), bySide: side.nullable(), agreedOn: day.nullable() }),
  flags: z.array(flag),
  leadPerson: z.string().nullable(),
  gaps: z.array(
    z.object({
      id: z.string(),
      skill: z.string(),
      openedOn: day,
      filledOn: day.nullable(),
      filledNote: z.string().nullable(),
    }),
  ),
  aim: z.string(),
  responsibility: z.string().nullable(),
  residentsLead: z.boolean().nullable(),
  caseText: z.string().nullable(),
  involves: z.array(z.enum(["money", "land", "staff"])),
  teams: z.array(z.object({ name: z.string(), adds: z.string().nullable() })),
  leadPersonId: z.string().nullable(),
  closedNote: z.string().nullable(),
  id: z.string(),
  title: z.string(),
  revision: z.number(),
  sides: bothSides,
  ownSide: side,
});
