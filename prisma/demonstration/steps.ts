import { acceptAction, markActionDone } from "~/composition/actions.commands.server";
import { findSituation } from "~/composition/actions.server";
import type { SignedIn } from "~/composition/execution.server";
import { confirmCommitment, reportDone } from "~/features/commitments/commitment-outcomes.commands.server";
import { actorIn, toActor } from "~/features/identity/actor";
import type { Day } from "~/platform/calendar/day";
import { inTransaction } from "~/platform/db.server";
import { History } from "./history";
import type { Places } from "./places";

type Step = { of: readonly string[]; title: string; due: number };
type Kept = { title: string; note: string; confirmedBy: SignedIn };

/** Tells of next steps that a side took on, and of what became of them. */
class StepTeller extends History {
  /** Takes on the first of some steps that stands that day. */
  takesOn(offset: number, by: SignedIn, { of, title, due }: Step): void {
    this.at(offset, async (on) => {
      const action = await this.#standing(on, by, of);
      const about = { area: this.area, council: this.council, action };
      const { commitmentId } = await this.run(on, by, acceptAction, {
        ...about,
        title,
        dueOn: this.day(due),
      });
      this.keep(title, commitmentId);
    });
  }

  kept(offset: number, by: SignedIn, { title, note, confirmedBy }: Kept): void {
    this.at(offset, async (on) => {
      const id = this.idOf(title);
      await this.run(on, by, reportDone, { id, doneOn: on, note });
      const revision = await this.revision(on, confirmedBy, id);
      await this.run(on, confirmedBy, confirmCommitment, { id, revision });
    });
  }

  marksDone(offset: number, by: SignedIn, of: readonly string[]): void {
    this.at(offset, async (on) => {
      const action = await this.#standing(on, by, of);
      await this.run(on, by, markActionDone, { area: this.area, council: this.council, action });
    });
  }

  async #standing(on: Day, by: SignedIn, of: readonly string[]): Promise<string> {
    const standing = await inTransaction(`user:${by.id}`, on, async (tx, stands) => {
      const actor = actorIn(toActor(by, stands), this.area);
      const tie = actor?.relationships.find(({ councilSlug }) => councilSlug === this.council);
      const found = actor && tie ? await findSituation(tx, actor, tie.id, on) : null;
      return found?.standing.map(({ rule }) => rule.id) ?? [];
    });
    const first = of.find((id) => standing.includes(id));
    if (!first) throw new Error(`None of ${of.join(", ")} stands on ${on}: ${standing.join(", ")}`);
    return first;
  }
}

/** Millbrook Rise: the borough took a step on and kept it; the chair has one open. */
export function millbrookSteps(today: Day, { cast, millbrook, borough }: Places): StepTeller[] {
  const t = new StepTeller(today, millbrook.slug, borough.slug);
  const [officer, chair] = [cast["officer@borough.example"], cast["chair@millbrook.example"]];
  const title = "Bring the two new colleagues to meet residents";
  t.takesOn(-125, officer, { of: ["C2.1", "C1.1", "C5.4", "C2.3"], title, due: -110 });
  t.kept(-112, officer, { title, note: "Both came to the hall on a Saturday.", confirmedBy: chair });
  const open = "Ask the cabinet member to come and see the hall";
  t.takesOn(-4, chair, { of: ["P3.1", "P1.2", "P2.5", "P5.2", "P5.3"], title: open, due: 20 });
  return [t];
}

/** Harbour End: the partnership did one without a promise. */
export function harbourSteps(today: Day, { cast, harbour, unitary }: Places): StepTeller[] {
  const t = new StepTeller(today, harbour.slug, unitary.slug);
  t.marksDone(-45, cast["chair@harbour.example"], ["P2.4", "P1.2", "P3.3", "P3.1", "P1.3"]);
  return [t];
}
