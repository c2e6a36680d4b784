import type { SignedIn } from "~/composition/execution.server";
import { agreeMove, moveDay } from "~/features/projects/day-moves.commands.server";
import {
  acknowledgeMilestone,
  dropMilestone,
  reportMilestoneDone,
} from "~/features/projects/milestone-outcomes.commands.server";
import type { Bearer, Need } from "~/features/projects/project";
import {
  agreeEndpoint,
  agreeScope,
  fixScope,
  setStage,
} from "~/features/projects/project-course.commands.server";
import {
  awaitDecision,
  blockProject,
  openSkillGap,
} from "~/features/projects/project-hindrances.commands.server";
import { changeLead } from "~/features/projects/project-lead.commands.server";
import { recordMilestone } from "~/features/projects/record-milestone.commands.server";
import { recordProject } from "~/features/projects/record-project.commands.server";
import type { Day } from "~/platform/calendar/day";
import { inTransaction } from "~/platform/db.server";
import { History } from "./history";

/** Days are offsets from the day of loading. */
type Begun = {
  by: SignedIn;
  aim: string;
  lead: Bearer | "none";
  person?: string;
  residents?: boolean;
  ends?: number;
  agreedBy?: SignedIn;
  answersFor?: string;
  teams?: string;
  involves?: Need[];
  why?: string;
};
type Planned = {
  by: SignedIn;
  owner: Bearer;
  due: number;
  of?: string;
  partOf?: string;
  shows?: string;
  early?: boolean;
  check?: boolean;
};
type Lead = { to: Bearer | "none"; person?: string; decision?: string; why?: string };

/** Tells of projects and their milestones, each by its name. */
export class PlanTeller extends History {
  /** Recorded on the day it began; the other side agrees to its endpoint a week later, where somebody is named who does. */
  begun(offset: number, title: string, { by, aim, lead, ends, agreedBy, ...more }: Begun): void {
    this.at(offset, async (on) => {
      const made = await this.run(on, by, recordProject, {
        area: this.area,
        council: this.council,
        title,
        aim,
        lead,
        startedOn: on,
        endsOn: ends === undefined ? null : this.day(ends),
        leadPersonId: more.person ? await this.#personId(on, by, more.person) : null,
        residentsLead: more.residents === undefined ? null : more.residents ? "yes" : "no",
        responsibility: more.answersFor ?? null,
        teams: more.teams ?? null,
        involves: more.involves ?? [],
        caseText: more.why ?? null,
      });
      this.keep(title, made.id);
    });
    if (!agreedBy) return;
    this.at(offset + 7, async (on) => {
      await this.run(on, agreedBy, agreeEndpoint, { id: this.idOf(title), on });
    });
  }

  step(offset: number, title: string, { by, owner, due, of, partOf, ...more }: Planned): void {
    this.at(offset, async (on) => {
      const made = await this.run(on, by, recordMilestone, {
        area: this.area,
        council: this.council,
        title,
        owner,
        dueOn: this.day(due),
        projectId: of ? this.idOf(of) : null,
        parentId: partOf ? this.idOf(partOf) : null,
        evidence: more.shows ?? null,
        earlyWin: more.early ?? false,
        dueDiligence: more.check ?? false,
      });
      this.keep(title, made.id);
    });
  }

  /** Done on that day; the other side says so a few days later, where somebody is named who does. */
  done(offset: number, title: string, by: SignedIn, note: string, seenBy?: SignedIn): void {
    this.at(offset, async (on) => {
      await this.run(on, by, reportMilestoneDone, { id: this.idOf(title), doneOn: on, note });
    });
    if (!seenBy) return;
    this.at(offset + 3, async (on) => {
      await this.run(on, seenBy, acknowledgeMilestone, { id: this.idOf(title) });
    });
  }

  givenUp(offset: number, title: string, by: SignedIn, reason: string): void {
    this.at(offset, async (on) => {
      await this.run(on, by, dropMilestone, { id: this.idOf(title), reason });
    });
  }

  /** A day put to another day: agreed by somebody of the other side two days later, or nobody has answered yet. */
  moved(offset: number, title: string, by: SignedIn, to: number, reason: string, agreedBy?: SignedIn): void {
    this.at(offset, async (on) => {
      await this.run(on, by, moveDay, { id: this.idOf(title), toOn: this.day(to), reason, how: "ask" });
    });
    if (!agreedBy) return;
    this.at(offset + 2, async (on) => {
      const id = this.idOf(title);
      const moveId = await inTransaction(`user:${agreedBy.id}`, on, async (tx) => {
        const waiting = { recordId: id, alone: false, agreedOn: null, declinedOn: null, withdrawnOn: null };
        return (await tx.dayMove.findFirstOrThrow({ where: waiting, select: { id: true } })).id;
      });
      await this.run(on, agreedBy, agreeMove, { id, moveId });
    });
  }

  movedAlone(offset: number, title: string, by: SignedIn, to: number, reason: string): void {
    this.at(offset, async (on) => {
      await this.run(on, by, moveDay, { id: this.idOf(title), toOn: this.day(to), reason, how: "alone" });
    });
  }

  leadMoved(offset: number, title: string, by: SignedIn, { to, person, decision, why }: Lead): void {
    this.at(offset, async (on) => {
      await this.run(on, by, changeLead, {
        id: this.idOf(title),
        lead: to,
        personId: person ? await this.#personId(on, by, person) : null,
        on,
        decided: decision ? "yes" : "no",
        decisionText: decision ?? null,
        reason: why ?? null,
      });
    });
  }

  /** Held up from that day; help asked by the request of that title, if any. */
  heldUp(offset: number, title: string, by: SignedIn, text: string, request?: string): void {
    this.at(offset, async (on) => {
      const requestId = request ? await this.#requestId(on, by, request) : null;
      await this.run(on, by, blockProject, { id: this.idOf(title), text, since: on, requestId });
    });
  }

  waits(offset: number, title: string, by: SignedIn, from: string): void {
    this.at(offset, async (on) => {
      await this.run(on, by, awaitDecision, { id: this.idOf(title), from, since: on });
    });
  }

  misses(offset: number, title: string, by: SignedIn, skill: string): void {
    this.at(offset, async (on) => {
      await this.run(on, by, openSkillGap, { id: this.idOf(title), skill, on });
    });
  }

  /** What it should come to is fixed by one side; the other agrees a week later, where somebody is named who does. */
  scoped(offset: number, title: string, by: SignedIn, agreedBy?: SignedIn): void {
    this.at(offset, async (on) => {
      await this.run(on, by, fixScope, { id: this.idOf(title), on });
    });
    if (!agreedBy) return;
    this.at(offset + 7, async (on) => {
      await this.run(on, agreedBy, agreeScope, { id: this.idOf(title), on });
    });
  }

  stands(offset: number, title: string, by: SignedIn, stage: "finished" | "paused", note?: string): void {
    this.at(offset, async (on) => {
      const ended = stage === "finished" ? { on, note: note ?? null } : {};
      await this.run(on, by, setStage, { id: this.idOf(title), stage, ...ended });
    });
  }

  #personId(on: Day, user: SignedIn, name: string): Promise<string> {
    return inTransaction(`user:${user.id}`, on, async (tx) => {
      return (await tx.person.findFirstOrThrow({ where: { name }, select: { id: true } })).id;
    });
  }

  #requestId(on: Day, user: SignedIn, title: string): Promise<string> {
    const where = { kind: "request", title, area: { slug: this.area } };
    return inTransaction(`user:${user.id}`, on, async (tx) => {
      return (await tx.record.findFirstOrThrow({ where, select: { id: true } })).id;
    });
  }
}
