import type { SignedIn } from "~/composition/execution.server";
import { appoint, endPost } from "~/features/people/appointments.commands.server";
import { checkLead, nameLead } from "~/features/people/leads.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import type { RoleId } from "~/features/people/person";
import type { Day } from "~/platform/calendar/day";
import { AgreementTeller } from "../../prisma/demonstration/agreement-teller";
import { CheckInTeller } from "../../prisma/demonstration/check-in-teller";
import { ElectionTeller } from "../../prisma/demonstration/elections";
import { EntryTeller } from "../../prisma/demonstration/entry-teller";
import { HandoverTeller } from "../../prisma/demonstration/handover-teller";
import { History } from "../../prisma/demonstration/history";
import { PlanTeller } from "../../prisma/demonstration/plan-teller";
import { Teller } from "../../prisma/demonstration/teller";
import { ViewTeller } from "../../prisma/demonstration/view-teller";
import type { Place } from "./place";

/** Tells who holds which post, and how often the two sides mean to meet. */
class PostTeller extends History {
  /** Somebody new in a post of the teller's own organisation; `lead` names them lead, `topic` is what they deal with. */
  came(
    offset: number,
    by: SignedIn,
    name: string,
    role: RoleId,
    { lead = false, topic }: { lead?: boolean; topic?: string } = {},
  ): void {
    this.at(offset, async (on) => {
      const post = { area: this.area, name, organisation: "ours", role, startsOn: on, topic: topic ?? null };
      const made = await this.run(on, by, addPerson, post);
      this.keep(name, made.id);
      this.keep(`post of ${name}`, made.appointmentId);
      if (lead) await this.run(on, by, nameLead, { area: this.area, id: made.appointmentId });
    });
  }

  /** A second post beside the one they have. */
  alsoIs(offset: number, by: SignedIn, name: string, role: RoleId): void {
    this.at(offset, async (on) => {
      const post = { area: this.area, id: this.idOf(name), organisation: "ours", role, startsOn: on };
      await this.run(on, by, appoint, post);
    });
  }

  /** A named lead is still in post. */
  checked(offset: number, by: SignedIn, name: string): void {
    this.at(offset, async (on) => {
      await this.run(on, by, checkLead, { area: this.area, id: this.idOf(`post of ${name}`) });
    });
  }

  /** Their last day in the post; nobody says who follows. */
  went(offset: number, by: SignedIn, name: string): void {
    this.at(offset, async (on) => {
      await this.run(on, by, endPost, { area: this.area, id: this.idOf(`post of ${name}`), lastDay: on });
    });
  }
}

/** Everything a story can tell of, day by day before `today`, and who tells it on both sides. */
export function storyTellers(today: Day, place: Place, known = new Map<string, string>()) {
  const where = [today, place.area.slug, place.council.slug, known] as const;
  return {
    who: { community: place.community, council: place.councilSide, admin: place.admin },
    councilId: place.council.id,
    posts: new PostTeller(...where),
    talk: new Teller(...where),
    entries: new EntryTeller(...where),
    plans: new PlanTeller(...where),
    agreements: new AgreementTeller(...where),
    handovers: new HandoverTeller(...where),
    elections: new ElectionTeller(...where),
    views: new ViewTeller(...where),
    checkIns: new CheckInTeller(...where),
  };
}

export type StoryTellers = ReturnType<typeof storyTellers>;

/** The histories of a set of tellers, for telling them together. */
export function historiesOf(tellers: StoryTellers): History[] {
  return Object.values(tellers).filter((one) => one instanceof History);
}
