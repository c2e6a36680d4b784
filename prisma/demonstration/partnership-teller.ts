import type { z } from "zod";
import type { SignedIn } from "~/composition/execution.server";
import { keepDecision } from "~/features/partnership/decisions.commands.server";
import type { Vote } from "~/features/partnership/line";
import { keepMember } from "~/features/partnership/members.commands.server";
import {
  keepInterest,
  keepMending,
  keepPlan,
  keepPolicy,
} from "~/features/partnership/papers.commands.server";
import { draftReview, handInReview, startReview } from "~/features/partnership/reviews.commands.server";
import { inTransaction } from "~/platform/db.server";
import { History } from "./history";

type Told<C extends { input: z.ZodType }, Days extends string> = Partial<
  Omit<z.input<C["input"]>, Days | "area" | "id" | "revision">
>;
/** Days are offsets from the day of loading, as everywhere in the demonstration. */
type Days<Names extends string> = { [Name in Names]?: number };
type MemberTold = Told<typeof keepMember, "startsOn" | "endsOn" | "formSignedOn" | "personId" | "relatedTo"> &
  Days<"startsOn" | "endsOn" | "formSignedOn"> & { known?: boolean; relatedTo?: string[] };

/** Tells what a partnership writes down about itself. */
export class PartnershipTeller extends History {
  /** A member; `known` links them to who they are in the list of people, by their name. */
  member(offset: number, by: SignedIn, name: string, told: MemberTold): void {
    const { known, relatedTo = [], startsOn = -800, endsOn, formSignedOn, ...more } = told;
    this.at(offset, async (on) => {
      const personId = known ? await this.#find(on, by, name) : null;
      const made = await this.run(on, by, keepMember, {
        role: "member",
        livesHere: "yes",
        voting: "yes",
        paid: "no",
        kin: "none",
        ...more,
        area: this.area,
        name,
        personId,
        relatedTo: relatedTo.map((other) => this.idOf(`member ${other}`)),
        startsOn: this.day(startsOn),
        formSignedOn: formSignedOn === undefined ? null : this.day(formSignedOn),
        endsOn: endsOn === undefined ? null : this.day(endsOn),
      });
      this.keep(`member ${name}`, made.id);
    });
  }

  policy(
    offset: number,
    by: SignedIn,
    about: "conduct" | "conflicts" | "money",
    title: string,
    review?: number,
  ): void {
    this.at(offset, async (on) => {
      const reviewOn = review === undefined ? null : this.day(review);
      await this.run(on, by, keepPolicy, { area: this.area, about, title, adoptedOn: on, reviewOn });
    });
  }

  interest(
    offset: number,
    by: SignedIn,
    name: string,
    told: Told<typeof keepInterest, "startsOn" | "memberId">,
  ): void {
    this.at(offset, async (on) => {
      const memberId = this.idOf(`member ${name}`);
      const { body = "", nature = "runs" } = told;
      await this.run(on, by, keepInterest, {
        ...told,
        area: this.area,
        body,
        nature,
        memberId,
        startsOn: on,
      });
    });
  }

  /** A decision of that day, or of `ahead` days after it; who did what in it by their names. */
  decided(
    offset: number,
    by: SignedIn,
    title: string,
    {
      ahead = 0,
      votes = {},
      told,
      meeting,
      ...more
    }: Told<typeof keepDecision, "decidedOn" | "votes" | "toldOn" | "title" | "meetingId"> & {
      ahead?: number;
      votes?: Partial<Record<string, Vote>>;
      /** Days after it on which residents were told. */
      told?: number;
      meeting?: string;
    },
  ): void {
    this.at(offset + (told ?? 0), async (on) => {
      await this.run(on, by, keepDecision, {
        about: "grant",
        ...more,
        area: this.area,
        title,
        decidedOn: this.day(offset + ahead),
        toldOn: told === undefined ? null : on,
        meetingId: meeting === undefined ? null : await this.#meeting(on, by, meeting),
        votes: Object.entries(votes).map(([name, vote]) => ({ member: this.idOf(`member ${name}`), vote })),
      });
    });
  }

  words(offset: number, by: SignedIn, kind: "vision" | "plan" | "refresh" | "follow_on", text: string): void {
    this.at(offset, async (on) => {
      await this.run(on, by, keepPlan, { area: this.area, kind, agreedOn: on, text });
    });
  }

  mends(
    offset: number,
    by: SignedIn,
    checkId: "forms" | "residents",
    doing: string,
    due: number,
    who: string,
  ): void {
    this.at(offset, async (on) => {
      await this.run(on, by, keepMending, { area: this.area, checkId, doing, who, byOn: this.day(due) });
    });
  }

  /** The review of the year that day falls in; `handedIn` by whom, else it stays a draft. */
  review(offset: number, by: SignedIn, answers: Record<string, string>, handedIn: string): void {
    this.at(offset, async (on) => {
      const { id } = await this.run(on, by, startReview, { area: this.area, year: Number(on.slice(0, 4)) });
      const written = Object.entries(answers).map(([question, text]) => ({ id: question, text }));
      const place = { area: this.area, id, answers: written };
      await this.run(on, by, draftReview, { ...place, revision: 1 });
      await this.run(on, by, handInReview, { ...place, revision: 2, submittedBy: handedIn });
    });
  }

  #find(on: Parameters<History["run"]>[0], by: SignedIn, name: string): Promise<string> {
    return inTransaction(`user:${by.id}`, on, async (tx) => {
      const person = await tx.person.findFirstOrThrow({ where: { name }, select: { id: true } });
      return person.id;
    });
  }

  #meeting(on: Parameters<History["run"]>[0], by: SignedIn, title: string): Promise<string> {
    return inTransaction(`user:${by.id}`, on, async (tx) => {
      const where = { title, kind: "meeting", binnedAt: null };
      const meeting = await tx.record.findFirstOrThrow({ where, select: { id: true } });
      return meeting.id;
    });
  }
}
