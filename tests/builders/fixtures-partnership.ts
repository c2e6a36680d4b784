import type { Principal } from "../contracts/access.table";
import type { Access } from "./fixtures-access";
import { revisionOf } from "./fixtures-prepared";
import { memberForm } from "./partnership";

type Form = Record<string, string>;
type Make = (access: Access, principal: Principal) => Form | Promise<Form>;

const own = "/areas/:area/partnership";

/** A good form of every page of the partnership's own. */
export const PARTNERSHIP_FORMS: Record<string, Make> = {
  [own]: () => ({ intent: "mend:policies", doing: "We write one", byOn: "2030-01-01" }),
  [`${own}/members/new`]: () => ({ intent: "add", ...memberForm }),
  [`${own}/members/:id`]: async (access) => ({
    intent: "edit",
    ...memberForm,
    revision: await revisionOf(access, "partnership_member", access.own.member),
  }),
  [`${own}/policies`]: () => ({ intent: "add", about: "money", title: "Grants", adoptedOn: "2024-01-01" }),
  [`${own}/interests`]: ({ own: { member } }) => ({
    intent: "add",
    memberId: member,
    body: "The hall",
    nature: "runs",
    startsOn: "2024-01-01",
  }),
  [`${own}/decisions/new`]: () => ({
    intent: "add",
    title: "Chairs",
    about: "grant",
    decidedOn: "2026-01-01",
  }),
  [`${own}/decisions/:id`]: async (access) => ({
    intent: "edit",
    title: "Chairs and tables",
    about: "grant",
    decidedOn: "2026-01-01",
    revision: await revisionOf(access, "partnership_decision", access.own.decision),
  }),
  [`${own}/plan`]: () => ({ intent: "add", kind: "plan", agreedOn: "2024-01-01", text: "A field for all" }),
  [`${own}/reviews`]: () => ({ intent: "start", year: "2025" }),
  [`${own}/reviews/:id`]: async (access) => ({
    intent: "draft",
    revision: await revisionOf(access, "partnership_review", access.own.review),
    "answers[0].id": "reflects",
    "answers[0].text": "Mostly",
  }),
  [`${own}/log`]: ({ own: { decision } }, principal) => ({
    intent: `${principal === "community lead" ? "put-back" : "take-off"}:decision:${decision}`,
  }),
};

/** Which line stands for the `:id` of a page of the partnership's own. */
export const PARTNERSHIP_EXAMPLES: Record<string, (access: Access) => Record<string, string>> = {
  [`${own}/members/:id`]: (access) => ({ id: access.own.member }),
  [`${own}/decisions/:id`]: (access) => ({ id: access.own.decision }),
  [`${own}/reviews/:id`]: (access) => ({ id: access.own.review }),
  [`${own}/reviews/:id/export.docx`]: (access) => ({ id: access.own.review }),
  [`${own}/reviews/:id/export.pdf`]: (access) => ({ id: access.own.review }),
};
