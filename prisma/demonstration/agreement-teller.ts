import type { z } from "zod";
import type { SignedIn } from "~/composition/execution.server";
import { acceptProposal, declineProposal } from "~/features/agreements/answer-proposal.commands.server";
import { changeMou } from "~/features/agreements/change-mou.commands.server";
import type { Clause, Heading } from "~/features/agreements/clause";
import { linkClause } from "~/features/agreements/clause-links.commands.server";
import { draftMou } from "~/features/agreements/draft-mou.commands.server";
import { makeProposal } from "~/features/agreements/make-proposal.commands.server";
import { toWordDocument } from "~/features/agreements/mou-document";
import { agreeMou, proposeMou } from "~/features/agreements/propose-mou.commands.server";
import { agreeReview, finishReview, startReview } from "~/features/agreements/review-mou.commands.server";
import { markSignedCopy, signMou } from "~/features/agreements/sign-mou.commands.server";
import { attachFile } from "~/features/records/attachments.commands.server";
import type { Day } from "~/platform/calendar/day";
import { inTransaction } from "~/platform/db.server";
import { keep, putAside } from "~/platform/files.server";
import { writeWordDocument } from "~/platform/word-document.server";
import { History } from "./history";

type Words = Partial<Record<Heading, string>>;
/** Days are offsets from the day of loading. */
type Written = { by: SignedIn; title: string; starts: number; ends?: number; review?: number; words: Words };
type Changed = { by: SignedIn; why: string; ends: number; review: number; words: Words };
type About = z.input<typeof makeProposal.input>["about"];

/** Tells how agreements came about and were kept, and what one side proposed to the other. */
export class AgreementTeller extends History {
  /** A draft, put to the other side some days later by the same lead. */
  written(offset: number, name: string, { by, title, words, ...days }: Written): void {
    this.at(offset, async (on) => {
      const made = await this.run(on, by, draftMou, {
        area: this.area,
        council: this.council,
        title,
        startsOn: this.day(days.starts),
        endsOn: days.ends === undefined ? null : this.day(days.ends),
        reviewOn: days.review === undefined ? null : this.day(days.review),
        ...words,
      });
      this.keep(name, made.id);
    });
    this.at(offset + 5, async (on) => {
      await this.run(on, by, proposeMou, { id: this.idOf(name) });
    });
  }

  /** The chair's with the programme: agreed, and signed by both, as the partnership noted it. */
  withProgramme(offset: number, by: SignedIn, title: string, signatory: string, words: Words): void {
    this.at(offset, async (on) => {
      const startsOn = on;
      const draft = { area: this.area, kind: "programme", title, startsOn, ...words } as const;
      const { id } = await this.run(on, by, draftMou, draft);
      await this.run(on, by, proposeMou, { id });
      await this.run(on, by, agreeMou, { id });
      const personId = await this.#personId(on, by, signatory);
      await this.run(on, by, signMou, { id, party: "community", personId, signedOn: on });
      await this.run(on, by, signMou, { id, party: "programme", name: "Rosa Lindqvist", signedOn: on });
    });
  }

  agreed(offset: number, name: string, by: SignedIn): void {
    this.at(offset, async (on) => {
      await this.run(on, by, agreeMou, { id: this.idOf(name) });
    });
  }

  signed(offset: number, name: string, by: SignedIn, signatory: string): void {
    this.at(offset, async (on) => {
      const personId = await this.#personId(on, by, signatory);
      await this.run(on, by, signMou, { id: this.idOf(name), personId, signedOn: on });
    });
  }

  /** The signed copy, as a Word document both sides can fetch. */
  copied(offset: number, name: string, by: SignedIn, title: string, clauses: readonly Clause[]): void {
    this.at(offset, async (on) => {
      const id = this.idOf(name);
      const signatures = { heads: ["For", "Signature"], rows: [["The partnership", "A. Yusuf"]] };
      const signed = { title, opening: ["The signed copy."], clauses, signatures };
      const content = await writeWordDocument(toWordDocument(signed));
      const incoming = await putAside(content);
      const { bytes, sha256 } = incoming;
      const file = { id, level: "shared", name: "signed-copy.docx", type: "docx", bytes, sha256 } as const;
      const attached = await this.run(on, by, attachFile, file);
      await keep(incoming, { id: attached.id, sha256 });
      await this.run(on, by, markSignedCopy, { id, attachmentId: attached.id });
    });
  }

  reviewed(offset: number, name: string, [by, agreedBy]: [SignedIn, SignedIn], note: string): void {
    this.at(offset, async (on) => {
      const id = this.idOf(name);
      await this.run(on, by, startReview, { id });
      await this.run(on, by, finishReview, { id, doneOn: on, outcome: "kept", note });
    });
    this.at(offset + 4, async (on) => {
      await this.run(on, agreedBy, agreeReview, { id: this.idOf(name) });
    });
  }

  /** A change of the words, accepted by the other side a week later. */
  changed(offset: number, name: string, { by, why, words, ...days }: Changed, acceptedBy: SignedIn): void {
    this.at(offset, async (on) => {
      const id = this.idOf(name);
      const revision = await this.revision(on, by, id);
      const terms = { endsOn: this.day(days.ends), reviewOn: this.day(days.review) };
      const made = await this.run(on, by, changeMou, { id, revision, reason: why, ...terms, ...words });
      this.keep(`change of ${name}`, made.id);
    });
    this.at(offset + 7, async (on) => {
      await this.run(on, acceptedBy, acceptProposal, { id: this.idOf(`change of ${name}`), on });
    });
  }

  /** A promise of that title carries a clause out. */
  linked(offset: number, name: string, by: SignedIn, heading: Heading, promise: string): void {
    this.at(offset, async (on) => {
      const linkedId = await inTransaction(`user:${by.id}`, on, async (tx) => {
        const where = { kind: "commitment", title: promise, area: { slug: this.area } };
        return (await tx.record.findFirstOrThrow({ where, select: { id: true } })).id;
      });
      await this.run(on, by, linkClause, { id: this.idOf(name), heading, linkedId });
    });
  }

  proposed(offset: number, by: SignedIn, about: About, title: string, detail: string): void {
    this.at(offset, async (on) => {
      const proposal = { about, title, detail, proposedOn: on };
      const place = { area: this.area, council: this.council };
      this.keep(title, (await this.run(on, by, makeProposal, { ...place, ...proposal })).id);
    });
  }

  accepted(offset: number, by: SignedIn, title: string, text: string): void {
    this.at(offset, async (on) => {
      await this.run(on, by, acceptProposal, { id: this.idOf(title), text, on });
    });
  }

  declined(offset: number, by: SignedIn, title: string, text: string): void {
    this.at(offset, async (on) => {
      await this.run(on, by, declineProposal, { id: this.idOf(title), text, on });
    });
  }

  #personId(on: Day, user: SignedIn, name: string): Promise<string> {
    return inTransaction(`user:${user.id}`, on, async (tx) => {
      return (await tx.person.findFirstOrThrow({ where: { name }, select: { id: true } })).id;
    });
  }
}
