import { newId } from "~/platform/ids";
import type { Principal } from "../contracts/access.table";
import { buildCode } from "./code";
import type { Access } from "./fixtures-access";
import { asMaintenance } from "./fixtures-records";
import { RELEASE } from "./published-release";
import { buildStudy } from "./study";

type Form = Record<string, string>;

/** A good form of each page that says yes or no to research, or looks after studies. */
export const RESEARCH_FORMS: Record<string, (access: Access, principal: Principal) => Form | Promise<Form>> =
  {
    // Said by each lead for their own side, and by none of them before.
    "/areas/:area/research": async ({ place, ownerUrl }, principal) => {
      await asMaintenance(ownerUrl, (client) => client.query("delete from research_consent"));
      const council = principal === "other council" ? place.county?.slug : place.council.slug;
      return { intent: "give", scope: "figures", council: council ?? "" };
    },
    "/admin/studies/new": (_, principal) => ({
      intent: "open",
      title: `A study for ${principal}`,
      purpose: "What there is to find out.",
      dimension: "ruralUrban",
      startsOn: "2030-01-01",
      endsOn: "2031-01-01",
    }),
    "/research/codes": () => ({
      intent: "propose",
      theme: "change",
      label: `A market ${newId().slice(-8)}`,
      says: "There is a market where there was none.",
    }),
    "/admin/codes": async ({ place }) => ({
      ...{ intent: "decide", decision: "accept", revision: "1" },
      id: (await buildCode(place)).id,
    }),
    "/admin/studies/:id": ({ users }) => ({ intent: "add", email: users["community reader"].email }),
  };

/** A study to let somebody into, each time another. */
export const RESEARCH_FRESH: Record<string, (access: Access) => Promise<Form>> = {
  "/admin/studies/:id": async ({ place }) => ({ id: (await buildStudy(place)).id }),
};

/** Which study stands for the part of an address. */
export const RESEARCH_EXAMPLES: Record<string, (access: Access) => Form> = {
  "/admin/studies/:id": ({ study }) => ({ id: study.id }),
  "/research/data/:file": () => ({ file: `${RELEASE}.csv` }),
  "/research/studies/:study": ({ study }) => ({ study: study.slug }),
};
