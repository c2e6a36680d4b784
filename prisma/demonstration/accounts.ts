import type { SignedIn } from "~/composition/execution.server";
import { linkPerson } from "~/features/identity/team.commands.server";
import type { Day } from "~/platform/calendar/day";
import { inTransaction } from "~/platform/db.server";
import { History } from "./history";
import type { DemoEmail, Places } from "./places";

/** Tells which person of the register each account is. */
class AccountTeller extends History {
  is(offset: number, lead: SignedIn, user: SignedIn, name: string): void {
    this.at(offset, async (on) => {
      const found = await inTransaction(`user:${lead.id}`, on, (tx) =>
        tx.person.findFirstOrThrow({ where: { name, mergedIntoId: null }, select: { id: true } }),
      );
      await this.run(on, lead, linkPerson, { userId: user.id, person: found.id });
    });
  }
}

const TOLD: readonly [lead: DemoEmail, account: DemoEmail, name: string][] = [
  ["chair@millbrook.example", "chair@millbrook.example", "Amina Yusuf"],
  ["chair@millbrook.example", "worker@millbrook.example", "Joe Pickering"],
  ["chair@millbrook.example", "resident@millbrook.example", "Dot Hargreaves"],
  ["chair@millbrook.example", "rep@programme.example", "Sunil Rao"],
  ["officer@borough.example", "officer@borough.example", "Helen Marsh"],
  ["officer@borough.example", "councillor@borough.example", "Grace Obi"],
  ["lead@county.example", "officer@county.example", "Tom Whitfield"],
  ["lead@county.example", "lead@county.example", "Ruth Adeyemi"],
  ["chair@harbour.example", "chair@harbour.example", "Maureen Fish"],
  ["liaison@unitary.example", "liaison@unitary.example", "Daniel Cole"],
];

/** Each lead has said who of the register their people are. */
export function accountsTold(today: Day, { cast, millbrook, borough }: Places): AccountTeller[] {
  const t = new AccountTeller(today, millbrook.slug, borough.slug);
  for (const [lead, account, name] of TOLD) t.is(-1, cast[lead], cast[account], name);
  return [t];
}
