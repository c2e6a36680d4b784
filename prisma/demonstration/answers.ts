import { decideDisclosure } from "~/composition/decide-disclosure.commands.server";
import { findLines } from "~/composition/disclosure-lines.server";
import { beginDisclosure } from "~/composition/disclosures.commands.server";
import type { SignedIn } from "~/composition/execution.server";
import { findDisclosure } from "~/features/disclosures/disclosures.queries.server";
import { actorIn, toActor } from "~/features/identity/actor";
import type { Day } from "~/platform/calendar/day";
import { inTransaction } from "~/platform/db.server";
import { History } from "./history";
import type { Places } from "./places";

/** Tells what a lead gathers for somebody who asked by law, and what they decided of it so far. */
class AnswerTeller extends History {
  gathers(offset: number, by: SignedIn, reference: string, asked: string): void {
    this.at(offset, async (on) => {
      const { area } = this;
      const question = {
        area,
        reference,
        asked,
        law: "information",
        receivedOn: this.day(offset - 3),
      } as const;
      const looked = { kinds: ["request", "commitment", "meeting"], from: this.day(offset - 200) } as const;
      const { id } = await this.run(on, by, beginDisclosure, {
        ...question,
        ...looked,
        kinds: [...looked.kinds],
      });
      const lines = await this.#lines(on, by, id);
      for (const [at, { item, record }] of lines.slice(0, 2).entries())
        await this.run(on, by, decideDisclosure, {
          ...{ area, id, item: item.id, revision: item.revision, digest: record?.digest ?? "" },
          ...(at === 0 ? { decision: "included" } : { decision: "withheld", reason: "beside" }),
        });
    });
  }

  #lines(on: Day, by: SignedIn, id: string) {
    return inTransaction(`user:${by.id}`, on, async (tx, stands) => {
      const actor = actorIn(toActor(by, stands), this.area);
      const found = actor && (await findDisclosure(tx, actor, id));
      return found ? findLines(tx, actor, found.items) : [];
    });
  }
}

/** Harbour End: the council was asked what became of the quay, and its lead has begun to look through the records. */
export function harbourAnswers(today: Day, { cast, harbour, unitary }: Places): History[] {
  const t = new AnswerTeller(today, harbour.slug, unitary.slug);
  t.gathers(-6, cast["liaison@unitary.example"], "FOI 2217", "What was said and promised about the harbour.");
  return [t];
}

/** Millbrook Rise: somebody asked the partnership what it holds about the field. */
export function millbrookAnswers(today: Day, { cast, millbrook, borough }: Places): History[] {
  const t = new AnswerTeller(today, millbrook.slug, borough.slug);
  t.gathers(-12, cast["chair@millbrook.example"], "Request 4", "What the partnership holds about the field.");
  return [t];
}
