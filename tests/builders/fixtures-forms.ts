import { PANEL_INTENTS } from "~/features/records/record-panel";
import { binRecord } from "~/features/records/records.commands.server";
import { COMPONENTS } from "~/features/scoring/facts";
import type { Principal } from "../contracts/access.table";
import { buildRequest } from "./asked-request";
import { type Access, PASSWORD } from "./fixtures-access";
import { mustRun } from "./place";

type Form = Record<string, string>;

const REPLY = (): Form => ({ intent: PANEL_INTENTS.reply, text: "Thank you." });

/**
 * A good form of every page that takes one: what is refused is refused for who sends it. One is made for each
 * principal, so that what one of them did is not in the way of the next.
 */
export const FORMS: Record<string, (access: Access, principal: Principal) => Form | Promise<Form>> = {
  "/sign-in": ({ users }) => ({ email: users.ended.email, password: PASSWORD }),
  "/sign-out": () => ({}),
  "/areas/:area/requests/new": ({ place }) => ({
    intent: "ask",
    title: "Who mends the lights?",
    askedOn: "today",
    council: place.council.slug,
  }),
  "/areas/:area/requests/:id": REPLY,
  "/areas/:area/bin": async (access) => ({ intent: PANEL_INTENTS.restore, id: await buildBinned(access) }),
  "/admin/areas": (_, principal) => ({ intent: "add", name: `New place for ${principal}` }),
  "/areas/:area/commitments/new": ({ place }) => ({
    title: "Mend the gate",
    bySide: "ours",
    dueOn: "2030-01-01",
    council: place.council.slug,
  }),
  "/areas/:area/commitments/:id": REPLY,
  "/areas/:area/meetings/:id": REPLY,
  "/areas/:area/meetings/plan": ({ place }) => ({
    title: "Quarterly meeting",
    on: "2030-01-01",
    how: "in_person",
    council: place.council.slug,
  }),
  "/areas/:area/people/new": (_, principal) => ({
    intent: "add",
    name: `New person of ${principal}`,
    organisation: "ours",
    role: principal.startsWith("community") ? "member" : "officer",
  }),
  "/*": () => ({ intent: "anything" }),
};

/** Pages whose good form is not written down yet: their POST line is not tried by the matrix. */
export const UNTRIED: readonly string[] = [
  "/setup",
  "/admin/users",
  "/admin/users/:id",
  "/admin/organisations",
  "/admin/organisations/:id",
  "/admin/areas/:id",
  "/areas/:area/actions",
  "/areas/:area/meetings/new",
  "/areas/:area/meetings/no-reply",
  "/areas/:area/meetings/series",
  "/areas/:area/meetings/series/:id",
  "/areas/:area/meetings/:id/edit",
  "/areas/:area/meetings/:id/write-up",
  "/areas/:area/relationship",
  "/areas/:area/people",
  "/areas/:area/people/:id",
];

async function buildBinned({ place, users }: Access): Promise<string> {
  const where = { area: place.area.slug, council: place.council.slug };
  const id = await buildRequest(users["community editor"], where, place.by);
  await mustRun(users["community editor"], binRecord, { id }, place.by);
  return id;
}

/** Which record, person or choice stands for each `:name` of an address, where it is not the area. */
export const EXAMPLES: Record<string, (access: Access) => Record<string, string>> = {
  "/areas/:area/health/:component": () => ({ component: COMPONENTS[0] }),
  "/areas/:area/records/:id": ({ records }) => ({ id: records.request?.shared ?? "" }),
  "/admin/users/:id": ({ users }) => ({ id: users.ended.id }),
  "/admin/organisations/:id": ({ place }) => ({ id: place.council.id }),
  "/admin/areas/:id": ({ place }) => ({ id: place.area.id }),
  "/areas/:area/meetings/series/:id": ({ series }) => ({ id: series }),
  "/areas/:area/meetings/:id": ({ records }) => ({ id: records.meeting?.shared ?? "" }),
  "/areas/:area/meetings/:id/edit": ({ records }) => ({ id: records.meeting?.shared ?? "" }),
  "/areas/:area/meetings/:id/write-up": ({ records }) => ({ id: records.meeting?.shared ?? "" }),
  "/areas/:area/commitments/:id": ({ records }) => ({ id: records.commitment?.shared ?? "" }),
  "/areas/:area/people/:id": ({ people }) => ({ id: people.ours }),
  "/areas/:area/requests/:id": ({ records }) => ({ id: records.request?.shared ?? "" }),
};

/** The pages that show one record of a kind, for the records this or that principal may not see. */
export const RECORD_PAGES: Record<string, readonly string[]> = {
  "/areas/:area/records/:id": ["note"],
  "/areas/:area/requests/:id": ["request"],
  "/areas/:area/commitments/:id": ["commitment"],
  "/areas/:area/meetings/:id": ["meeting"],
};
