import { PRINCIPALS, type Principal } from "../contracts/access.table";
import type { Access } from "./fixtures-access";
import { asMaintenance } from "./fixtures-records";

type Form = Record<string, string>;
const own = "/areas/:area/check-ins";

/** Leaves the round open and no other, or none. */
async function leaveOpen({ ownerUrl }: Access, round: string | null): Promise<void> {
  await asMaintenance(ownerUrl, async (client) => {
    await client.query("update check_in set state = 'called_off', ended_on = opened_on where state = 'open'");
    await client.query("update check_in set state = 'open', ended_on = null where id = $1", [round]);
  });
}

/** A step's answers, other ones for each principal: what is written differs. */
function stepOf(principal: Principal): Form {
  const index = PRINCIPALS.indexOf(principal);
  const answer = (place: number) => String(1 + (Math.floor(index / 5 ** place) % 5));
  return {
    intent: "save",
    step: "trust",
    "trust.1": answer(0),
    "trust.2": answer(1),
    "trust.3": "unknown",
  };
}

const answering = async (access: Access, principal: Principal) => {
  await leaveOpen(access, access.checkIn.round);
  return stepOf(principal);
};

/** A good form of every page of the check-in. */
export const CHECK_IN_FORMS: Record<string, (access: Access, principal: Principal) => Promise<Form>> = {
  [`${own}/new`]: async (access, principal) => {
    await leaveOpen(access, null);
    const { council, county } = access.place;
    return { council: (principal === "other council" ? county?.slug : council.slug) ?? "" };
  },
  [`${own}/:id`]: async (access) => {
    await leaveOpen(access, access.checkIn.round);
    return { intent: "call-off" };
  },
  [`${own}/:id/answer`]: answering,
  "/check-in/:token": answering,
};

/** Which round, and which link, stands for those of an address. */
export const CHECK_IN_EXAMPLES: Record<string, (access: Access) => Record<string, string>> = {
  [`${own}/:id`]: ({ checkIn }) => ({ id: checkIn.round }),
  [`${own}/:id/answer`]: ({ checkIn }) => ({ id: checkIn.round }),
  "/check-in/:token": ({ checkIn }) => ({ token: checkIn.token }),
};
