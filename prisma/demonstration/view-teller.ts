import type { SignedIn } from "~/composition/execution.server";
import type { Stance } from "~/features/people/assessment";
import {
  assessPerson,
  finishEngagement,
  planEngagement,
} from "~/features/people/assessments.commands.server";
import type { Day } from "~/platform/calendar/day";
import { inTransaction } from "~/platform/db.server";
import { History } from "./history";

type View = {
  interest: number;
  influence: number;
  stance: Stance;
  ally?: boolean;
  every?: number;
  why?: string;
};

/** Tells what a side thinks of people, and what it means to do next with them: each side to itself. */
export class ViewTeller extends History {
  thinks(offset: number, by: SignedIn, name: string, { ally, every, why, ...view }: View): void {
    this.at(offset, async (on) => {
      await this.run(on, by, assessPerson, {
        ...view,
        ...(ally ? { ally: "yes" as const } : {}),
        area: this.area,
        id: await this.#find(on, by, name),
        wantedDays: every ?? "",
        note: why ?? null,
        on,
      });
    });
  }

  next(offset: number, by: SignedIn, name: string, next: string, due: number, who?: string): void {
    this.at(offset, async (on) => {
      const id = await this.#find(on, by, name);
      const whom = who === undefined ? null : await this.#find(on, by, who);
      await this.run(on, by, planEngagement, { area: this.area, id, next, dueOn: this.day(due), by: whom });
    });
  }

  nextDone(offset: number, by: SignedIn, name: string): void {
    this.at(offset, async (on) => {
      await this.run(on, by, finishEngagement, { area: this.area, id: await this.#find(on, by, name) });
    });
  }

  /** Somebody by their name, as this user sees them. */
  #find(on: Day, by: SignedIn, name: string): Promise<string> {
    return inTransaction(`user:${by.id}`, on, async (tx) => {
      const person = await tx.person.findFirstOrThrow({ where: { name }, select: { id: true } });
      return person.id;
    });
  }
}
