import type { SignedIn } from "~/composition/execution.server";
import { makeLink } from "~/composition/links.commands.server";
import { hashToken, newToken } from "~/features/links/link-token.server";
import type { Day } from "~/platform/calendar/day";
import { inTransaction } from "~/platform/db.server";
import type { Places } from "./places";
import { ViewTeller } from "./view-teller";

/** Tells of links that were handed to somebody without an account. What opens them is in nobody's hands. */
class LinkTeller extends ViewTeller {
  handedOver(offset: number, by: SignedIn, title: string, contact: string): void {
    this.at(offset, async (on) => {
      const found = await inTransaction(`user:${by.id}`, on, async (tx) => ({
        record: await tx.record.findFirstOrThrow({ where: { title }, select: { id: true } }),
        person: await tx.person.findFirstOrThrow({ where: { name: contact }, select: { id: true } }),
      }));
      const link = { id: found.record.id, personId: found.person.id, way: "hand" as const };
      await this.run(on, by, makeLink, { ...link, tokenHash: hashToken(newToken()) });
    });
  }
}

/** Millbrook Rise: the senior manager has no account, and was handed a link to the question about the path. */
export function millbrookLinks(today: Day, { cast, millbrook, borough }: Places): LinkTeller[] {
  const t = new LinkTeller(today, millbrook.slug, borough.slug);
  const chair = cast["chair@millbrook.example"];
  t.handedOver(-9, chair, "Will the path to the hall be gritted this winter?", "Priya Nair");
  return [t];
}

/** Harbour End: the council asked the partnership the same way. */
export function harbourLinks(today: Day, { cast, harbour, unitary }: Places): LinkTeller[] {
  const t = new LinkTeller(today, harbour.slug, unitary.slug);
  t.handedOver(-6, cast["liaison@unitary.example"], "Which evenings suit you in the new year?", "Len Barrow");
  return [t];
}
