import type { SignedIn } from "~/composition/execution.server";
import { acknowledgeAim, answerBelief, stateAim } from "~/features/aims/aims.commands.server";
import {
  agreeOutcome,
  answerEvidence,
  proposeOutcome,
} from "~/features/evidence/answer-evidence.commands.server";
import { kindOf } from "~/features/evidence/evidence";
import { editEvidence, recordEvidence } from "~/features/evidence/record-evidence.commands.server";
import { told } from "~/features/evidence/telling";
import { History } from "./history";

type Said = Readonly<Record<string, unknown>>;

/** Tells what helped and hindered, and what each side wants. */
export class EntryTeller extends History {
  readonly #given = new Map<string, Said & { kind: string }>();

  /** An entry of a kind; it happened on the day it was noted, and its other days are counted from there. */
  noted(offset: number, by: SignedIn, kind: string, fields: Said): void {
    this.at(offset, async (on) => {
      const said = { [kindOf(kind).on]: 0, ...fields };
      const input = { area: this.area, council: this.council, kind, ...told(kindOf(kind), said, on) };
      const made = await this.run(on, by, recordEvidence, input);
      const { area: _, council: __, ...given } = input;
      this.#given.set(String(fields.what), given);
      this.keep(String(fields.what), made.id);
    });
  }

  /** What was added to an entry once it was known; days are counted from the day it is added. */
  added(offset: number, by: SignedIn, what: string, fields: Said): void {
    this.at(offset, async (on) => {
      const [id, given] = [this.idOf(what), this.#given.get(what)];
      if (!given) throw new Error(`No entry "${what}"`);
      const changed = { ...given, ...told(kindOf(given.kind), fields, on) };
      await this.run(on, by, editEvidence, { ...changed, id, revision: await this.revision(on, by, id) });
    });
  }

  /** What came of it. */
  answered(offset: number, by: SignedIn, what: string, outcome: string, words: string | null = null): void {
    this.at(offset, async (on) => {
      await this.run(on, by, answerEvidence, { id: this.idOf(what), outcome, words, on });
    });
  }

  /** How it ended, put forward by the side that did not open it, and agreed a few days later. */
  closedTogether(
    offset: number,
    [by, agreedBy]: [SignedIn, SignedIn],
    what: string,
    outcome: string,
    words: string,
  ): void {
    this.at(offset, async (on) => {
      await this.run(on, by, proposeOutcome, { id: this.idOf(what), outcome, words, on });
    });
    this.at(offset + 4, async (on) => {
      await this.run(on, agreedBy, agreeOutcome, { id: this.idOf(what) });
    });
  }

  /** An aim of one's own, or what one believes of the other. */
  wants(
    offset: number,
    by: SignedIn,
    title: string,
    detail: string,
    whose: "ours" | "theirs" = "ours",
  ): void {
    this.at(offset, async (on) => {
      const place = { area: this.area, council: this.council };
      const made = await this.run(on, by, stateAim, { ...place, whose, title, detail });
      this.keep(title, made.id);
    });
  }

  acknowledged(offset: number, by: SignedIn, title: string, words: string | null = null): void {
    this.at(offset, async (on) => {
      await this.run(on, by, acknowledgeAim, { id: this.idOf(title), words });
    });
  }

  /** The owner's word on what the other side believed. */
  saidOfBelief(
    offset: number,
    by: SignedIn,
    title: string,
    answer: "confirmed" | "corrected" | "not_quite",
    words: string | null = null,
  ): void {
    this.at(offset, async (on) => {
      await this.run(on, by, answerBelief, { id: this.idOf(title), answer, words });
    });
  }
}
