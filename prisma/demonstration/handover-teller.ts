import type { SignedIn } from "~/composition/execution.server";
import { announceLeaver, finishHandover, takeOver } from "~/composition/handovers.commands.server";
import { moveOpenItems } from "~/composition/move-items.commands.server";
import { confirmCommitment, reportDone } from "~/features/commitments/commitment-outcomes.commands.server";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import type { Check, Why } from "~/features/handovers/handover";
import {
  keepChecklist,
  nameIncoming,
  prepareHandover,
} from "~/features/handovers/prepare-handover.commands.server";
import { logMeeting } from "~/features/meetings/meetings.commands.server";
import { endPost } from "~/features/people/appointments.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import type { RoleId } from "~/features/people/person";
import { inTransaction } from "~/platform/db.server";
import { History } from "./history";

/** Days are offsets from the day of loading. */
type Left = { by: SignedIn; name: string; why: Why; lastDay: number };
type Promised = { by: SignedIn; title: string; due: number; person: string };
type Met = {
  by: SignedIn;
  title: string;
  how?: "in_person" | "social";
  well: string;
  council: string;
  community: string;
};

/** Tells who came and left, and how what they held was handed over. */
export class HandoverTeller extends History {
  came(offset: number, by: SignedIn, name: string, role: RoleId): void {
    this.at(offset, async (on) => {
      const person = { area: this.area, name, organisation: "ours", role, startsOn: on };
      const made = await this.run(on, by, addPerson, person);
      this.keep(name, made.id);
      this.keep(`post of ${name}`, made.appointmentId);
    });
  }

  /** Their post ends, and nobody says who takes over. */
  left(offset: number, by: SignedIn, name: string): void {
    this.at(offset, async (on) => {
      const { postId } = await this.#postOf(on, by, name);
      await this.run(on, by, endPost, { area: this.area, id: postId, lastDay: on });
    });
  }

  /** The other side is told that they leave. */
  leaves(offset: number, { by, name, why, lastDay }: Left): void {
    this.at(offset, async (on) => {
      const { postId } = await this.#postOf(on, by, name);
      const told = { area: this.area, postId, why, notifiedOn: on, lastDay: this.day(lastDay) };
      const made = await this.run(on, by, announceLeaver, told);
      this.keep(`handover of ${name}`, made.id);
    });
  }

  /** The note is written, and somebody is named to follow. */
  prepared(offset: number, by: SignedIn, name: string, next: string, note: string): void {
    this.at(offset, async (on) => {
      const id = this.idOf(`handover of ${name}`);
      await this.run(on, by, nameIncoming, { id, incomingId: this.idOf(next) });
      await this.run(on, by, prepareHandover, { id, note, on });
    });
  }

  /** Everything open moves, and who follows accepts. */
  takenOver(offset: number, by: SignedIn, name: string, done: Check[]): void {
    this.at(offset, async (on) => {
      const id = this.idOf(`handover of ${name}`);
      await this.run(on, by, moveOpenItems, { id });
      await this.run(on, by, takeOver, { id, on });
      await this.run(on, by, keepChecklist, { id, done: ["commitments_moved", ...done] });
    });
  }

  /** Both sides meet who follows. */
  met(offset: number, name: string, { by, title, how = "in_person", well, council, community }: Met): void {
    this.at(offset, async (on) => {
      const people = [
        {
          personId: (await this.#postOf(on, by, council)).personId,
          side: "council" as const,
          capacity: "officer" as const,
        },
        {
          personId: (await this.#postOf(on, by, community)).personId,
          side: "community" as const,
          capacity: "chair" as const,
        },
      ];
      const made = await this.run(on, by, logMeeting, {
        ...{ area: this.area, council: this.council, on, how, title, wentWell: well },
        attendees: people.map((one) => ({ ...one, attendance: "attended" as const })),
      });
      await this.run(on, by, finishHandover, { id: this.idOf(`handover of ${name}`), meetingId: made.id });
    });
  }

  promised(offset: number, { by, title, due, person }: Promised): void {
    this.at(offset, async (on) => {
      const { personId: byPersonId } = await this.#postOf(on, by, person);
      const made = await this.run(on, by, recordCommitment, {
        ...{ area: this.area, council: this.council, bySide: "ours", title },
        ...{ dueOn: this.day(due), byPersonId },
      });
      this.keep(title, made.id);
    });
  }

  kept(offset: number, title: string, by: SignedIn, confirmedBy: SignedIn): void {
    this.at(offset, async (on) => {
      const id = this.idOf(title);
      await this.run(on, by, reportDone, { id, doneOn: on, note: "Done." });
      const revision = await this.revision(on, confirmedBy, id);
      await this.run(on, confirmedBy, confirmCommitment, { id, revision });
    });
  }

  /** The post somebody came with, this story's own or another's. */
  #postOf(on: Parameters<typeof inTransaction>[1], user: SignedIn, name: string) {
    return inTransaction(`user:${user.id}`, on, async (tx) => {
      const post = await tx.appointment.findFirstOrThrow({
        where: { person: { name }, area: { slug: this.area } },
        orderBy: { createdAt: "asc" },
        select: { id: true, personId: true },
      });
      return { postId: post.id, personId: post.personId };
    });
  }
}
