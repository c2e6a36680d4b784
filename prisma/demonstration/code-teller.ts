import type { SignedIn } from "~/composition/execution.server";
import { putCode } from "~/features/coding/codings.commands.server";
import { inTransaction } from "~/platform/db.server";
import { History } from "./history";

/** Tells which codes for research a side puts on what both share. */
export class CodeTeller extends History {
  /** On what was told under this name, by a teller that shares its ids. */
  coded(offset: number, by: SignedIn, name: string, ...codes: readonly string[]): void {
    this.at(offset, async (on) => {
      for (const code of codes) await this.run(on, by, putCode, { id: this.idOf(name), code });
    });
  }

  /** On the record of this title. */
  codedTitle(offset: number, by: SignedIn, title: string, ...codes: readonly string[]): void {
    this.at(offset, async (on) => {
      const { id } = await inTransaction(`user:${by.id}`, on, (tx) =>
        tx.record.findFirstOrThrow({ where: { title, level: "shared" }, select: { id: true } }),
      );
      for (const code of codes) await this.run(on, by, putCode, { id, code });
    });
  }
}
