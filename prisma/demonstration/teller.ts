import type { z } from "zod";
import type { SignedIn } from "~/composition/execution.server";
import { holdPlannedWithPromises, logMeetingWithPromises } from "~/composition/meetings.commands.server";
import {
  agreeNewDay,
  proposeNewDay,
  tellOfDelay,
} from "~/features/commitments/commitment-days.commands.server";
import { closeAsNotKept } from "~/features/commitments/commitment-endings.commands.server";
import { confirmCommitment, reportDone } from "~/features/commitments/commitment-outcomes.commands.server";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { callOff, rebook } from "~/features/meetings/change-meeting.commands.server";
import { planMeeting } from "~/features/meetings/meetings.commands.server";
import { agreeMinutes, draftMinutes, sendMinutes } from "~/features/meetings/minutes.commands.server";
import { checkLead, nameLead } from "~/features/people/leads.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import type { RoleId } from "~/features/people/person";
import { replyToRecord } from "~/features/records/records.commands.server";
import { agreeRhythm, proposeRhythm } from "~/features/records/rhythm.commands.server";
import { answerRequest } from "~/features/requests/answer-request.commands.server";
import { askRequest } from "~/features/requests/ask-request.commands.server";
import { judgeAnswer } from "~/features/requests/close-request.commands.server";
import type { Day } from "~/platform/calendar/day";
import { inTransaction } from "~/platform/db.server";
import { History } from "./history";

type Meeting = {
  by: SignedIn;
  title: string;
  how?: "in_person" | "call" | "video" | "visit" | "social" | "public_event" | "e_mail_exchange";
  theirs: string[];
  ours: string[];
  formal?: boolean;
  tone?: "warm" | "businesslike" | "tense";
  well?: string;
  badly?: string;
  minutes?: string;
  /** Days after the meeting on which its minutes were sent. */
  sentAfter?: number;
  agreedBy?: SignedIn;
  /** Titles of the projects that were talked of. */
  about?: string[];
  decisions?: z.input<typeof logMeetingWithPromises.input>["decisions"];
};
type Moved = { by: SignedIn; title: string; notice: number; theirs: string[]; ours: string[]; again: number };
type Promised = {
  by: SignedIn;
  whose?: "ours" | "theirs";
  title: string;
  due: number;
  size?: "small" | "large";
};
type Asked = { by: SignedIn; title: string; detail?: string };

/** Tells one area's history: what happened on which day (days from the day of loading), entered through the commands. */
export class Teller extends History {
  /** Somebody with a post; `lead` names them lead. */
  person(
    offset: number,
    by: SignedIn,
    name: string,
    organisation: string,
    role: RoleId,
    lead = false,
    topic: string | null = null,
  ): void {
    this.at(offset, async (on) => {
      const made = await this.run(on, by, addPerson, {
        area: this.area,
        name,
        organisation,
        role,
        topic,
        startsOn: on,
      });
      this.keep(`post of ${name}`, made.appointmentId);
      if (lead) await this.run(on, by, nameLead, { area: this.area, id: made.appointmentId });
    });
  }

  /** Their side says that a named lead is still in post. */
  checked(offset: number, by: SignedIn, name: string): void {
    this.at(offset, async (on) => {
      await this.run(on, by, checkLead, { area: this.area, id: this.idOf(`post of ${name}`) });
    });
  }

  /** How often to meet, proposed by one side and agreed by the other's lead three days later. */
  rhythm(offset: number, [by, agreedBy]: [SignedIn, SignedIn], [ideal, longest]: [number, number]): void {
    this.at(offset, async (on) => {
      const place = { area: this.area, council: this.council };
      const gaps = { idealGapDays: ideal, longestGapDays: longest };
      this.keep("rhythm", (await this.run(on, by, proposeRhythm, { ...place, ...gaps })).id);
    });
    this.at(offset + 3, async (on) => {
      await this.run(on, agreedBy, agreeRhythm, { id: this.idOf("rhythm") });
    });
  }

  meeting(offset: number, meeting: Meeting): void {
    this.at(offset, async (on) => {
      const { by, title, how = "in_person", formal = false, tone, well, badly, minutes } = meeting;
      const made = await this.run(on, by, logMeetingWithPromises, {
        area: this.area,
        council: this.council,
        on,
        how,
        title,
        formal,
        tone: tone ?? null,
        wentWell: well ?? null,
        wentBadly: badly ?? null,
        theirs: meeting.theirs.map((person) => ({ person })),
        ours: meeting.ours.map((person) => ({ person })),
        nobodyTheirs: meeting.theirs.length === 0,
        minutes: minutes ?? null,
        projects: await this.#projectIds(on, by, meeting.about ?? []),
        decisions: meeting.decisions ?? [],
      });
      this.keep(title, made.id);
    });
    const { sentAfter, agreedBy } = meeting;
    if (sentAfter !== undefined) this.#minutesSent(offset + sentAfter, meeting);
    if (sentAfter !== undefined && agreedBy) {
      this.at(offset + sentAfter + 3, async (on) => {
        const id = this.idOf(meeting.title);
        await this.run(on, agreedBy, agreeMinutes, { id, version: 1 });
      });
    }
  }

  async #projectIds(on: Day, user: SignedIn, titles: string[]): Promise<string[]> {
    if (titles.length === 0) return [];
    const where = { kind: "project", title: { in: titles }, area: { slug: this.area } };
    const found = await inTransaction(`user:${user.id}`, on, (tx) =>
      tx.record.findMany({ where, select: { id: true } }),
    );
    return found.map(({ id }) => id);
  }

  #minutesSent(offset: number, { by, title, minutes }: Meeting): void {
    this.at(offset, async (on) => {
      const id = this.idOf(title);
      if (!minutes) {
        const revision = await this.revision(on, by, id);
        await this.run(on, by, draftMinutes, { id, revision, text: `Notes of “${title}”.` });
      }
      await this.run(on, by, sendMinutes, { id, on });
    });
  }

  planned(offset: number, ahead: number, by: SignedIn, title: string): void {
    this.at(offset, async (on) => {
      const place = { area: this.area, council: this.council };
      await this.run(on, by, planMeeting, {
        ...place,
        on: this.day(ahead),
        how: "in_person",
        title,
        startsAt: "18:30",
      });
    });
  }

  /** Planned, called off `notice` days before by the planner's side, booked again and held `again` days later. */
  calledOff(offset: number, { by, title, notice, theirs, ours, again }: Moved): void {
    const place = { area: this.area, council: this.council };
    const plan = { how: "in_person" as const, title };
    this.at(offset - 20, async (on) => {
      const made = await this.run(on, by, planMeeting, { ...place, ...plan, on: this.day(offset) });
      this.keep(title, made.id);
    });
    this.at(offset - notice, async (on) => {
      const id = this.idOf(title);
      await this.run(on, by, callOff, { id, by: "ours", noticeOn: on });
      const made = await this.run(on, by, rebook, { id, ...plan, on: this.day(offset + again) });
      this.keep(title, made.id);
    });
    this.at(offset + again, async (on) => {
      const people = {
        theirs: theirs.map((person) => ({ person })),
        ours: ours.map((person) => ({ person })),
      };
      await this.run(on, by, holdPlannedWithPromises, { id: this.idOf(title), ...plan, ...people, on });
    });
  }

  /** Planned, called off `notice` days before by the planner's side, and not booked again. */
  dropped(offset: number, { by, title, notice }: Pick<Moved, "by" | "title" | "notice">): void {
    const plan = { area: this.area, council: this.council, how: "in_person" as const, title };
    this.at(offset - 20, async (on) => {
      this.keep(title, (await this.run(on, by, planMeeting, { ...plan, on: this.day(offset) })).id);
    });
    this.at(offset - notice, async (on) => {
      await this.run(on, by, callOff, { id: this.idOf(title), by: "ours", noticeOn: on });
    });
  }

  promise(offset: number, name: string, { by, whose = "ours", title, due, size = "small" }: Promised): void {
    this.at(offset, async (on) => {
      const place = { area: this.area, council: this.council };
      const dueOn = this.day(due);
      const made = await this.run(on, by, recordCommitment, { ...place, bySide: whose, title, dueOn, size });
      this.keep(name, made.id);
    });
  }

  /** The promiser says it is done; `confirmedBy` of the other side says yes two days later. */
  kept(offset: number, name: string, by: SignedIn, note: string, confirmedBy?: SignedIn): void {
    this.at(offset, async (on) => {
      await this.run(on, by, reportDone, { id: this.idOf(name), doneOn: on, note });
    });
    if (!confirmedBy) return;
    this.at(offset + 2, async (on) => {
      const id = this.idOf(name);
      await this.run(on, confirmedBy, confirmCommitment, {
        id,
        revision: await this.revision(on, confirmedBy, id),
      });
    });
  }

  told(offset: number, name: string, by: SignedIn, note: string): void {
    this.at(offset, async (on) => {
      await this.run(on, by, tellOfDelay, { id: this.idOf(name), toldOn: on, note });
    });
  }

  redated(offset: number, name: string, by: SignedIn, agreedBy: SignedIn, to: number, reason: string): void {
    this.at(offset, async (on) => {
      const id = this.idOf(name);
      await this.run(on, by, proposeNewDay, { id, newDueOn: this.day(to), reason });
      const redatingId = await inTransaction(`user:${by.id}`, on, async (tx) => {
        const row = await tx.commitmentRedating.findFirstOrThrow({
          where: { commitmentId: id, agreedOn: null, declinedOn: null, withdrawnOn: null },
          select: { id: true },
        });
        return row.id;
      });
      await this.run(on, agreedBy, agreeNewDay, { id, redatingId });
    });
  }

  notKept(offset: number, name: string, by: SignedIn, note: string): void {
    this.at(offset, async (on) => {
      await this.run(on, by, closeAsNotKept, { id: this.idOf(name), note });
    });
  }

  asked(offset: number, name: string, { by, title, detail }: Asked): void {
    this.at(offset, async (on) => {
      const place = { area: this.area, council: this.council };
      const made = await this.run(on, by, askRequest, {
        ...place,
        title,
        detail: detail ?? null,
        askedOn: on,
      });
      this.keep(name, made.id);
    });
  }

  answered(offset: number, name: string, by: SignedIn, answer: "yes" | "no" | "partly", text: string): void {
    this.at(offset, async (on) => {
      await this.run(on, by, answerRequest, { id: this.idOf(name), answer, text, on });
    });
  }

  judged(
    offset: number,
    name: string,
    by: SignedIn,
    judgement: "straight" | "partly" | "not_straight",
  ): void {
    this.at(offset, async (on) => {
      await this.run(on, by, judgeAnswer, { id: this.idOf(name), judgement });
    });
  }

  replied(offset: number, name: string, by: SignedIn, text: string): void {
    this.at(offset, async (on) => {
      await this.run(on, by, replyToRecord, { id: this.idOf(name), text, disputes: false });
    });
  }
}
