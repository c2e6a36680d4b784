import { COMPONENTS } from "~/features/scoring/facts";
import type { Access } from "./fixtures-access";
import { CHECK_IN_EXAMPLES } from "./fixtures-check-ins";
import { DISCLOSURE_EXAMPLES } from "./fixtures-disclosures";
import { ENDING_EXAMPLES } from "./fixtures-endings";
import { PARTNERSHIP_EXAMPLES } from "./fixtures-partnership";

/** Which record, person or choice stands for each `:name` of an address, where it is not the area. */
export const EXAMPLES: Record<string, (access: Access) => Record<string, string>> = {
  ...PARTNERSHIP_EXAMPLES,
  ...ENDING_EXAMPLES,
  ...CHECK_IN_EXAMPLES,
  ...DISCLOSURE_EXAMPLES,
  "/areas/:area/health/:component": () => ({ component: COMPONENTS[0] }),
  "/guide/:component": () => ({ component: COMPONENTS[0] }),
  "/research/method/:file": () => ({ file: "golden.json" }),
  "/areas/:area/records/:id": ({ records }) => ({ id: records.request?.shared ?? "" }),
  "/admin/users/:id": ({ users }) => ({ id: users.ended.id }),
  "/admin/organisations/:id": ({ place }) => ({ id: place.council.id }),
  "/admin/organisations/:id/merge": ({ place }) => ({ id: place.council.id }),
  "/admin/areas/:id": ({ place }) => ({ id: place.area.id }),
  "/areas/:area/meetings/series/:id": ({ series }) => ({ id: series }),
  "/areas/:area/meetings/:id": ({ records }) => ({ id: records.meeting?.shared ?? "" }),
  "/areas/:area/meetings/:id/edit": ({ records }) => ({ id: records.meeting?.shared ?? "" }),
  "/areas/:area/meetings/:id/write-up": ({ records }) => ({ id: records.meeting?.shared ?? "" }),
  "/areas/:area/commitments/:id": ({ records }) => ({ id: records.commitment?.shared ?? "" }),
  "/areas/:area/people/:id": ({ people }) => ({ id: people.ours }),
  "/areas/:area/people/:id/merge": ({ people }) => ({ id: people.ours }),
  "/areas/:area/projects/:id": ({ records }) => ({ id: records.project?.shared ?? "" }),
  "/areas/:area/projects/:id/edit": ({ records }) => ({ id: records.project?.shared ?? "" }),
  "/areas/:area/milestones/:id": ({ records }) => ({ id: records.milestone?.shared ?? "" }),
  "/areas/:area/requests/:id": ({ records }) => ({ id: records.request?.shared ?? "" }),
  "/areas/:area/evidence/new/:kind": () => ({ kind: "thanks" }),
  "/areas/:area/evidence/:id": ({ records }) => ({ id: records.evidence?.shared ?? "" }),
  "/areas/:area/evidence/:id/edit": ({ records }) => ({ id: records.evidence?.shared ?? "" }),
  "/areas/:area/aims/:id": ({ records }) => ({ id: records.aim?.shared ?? "" }),
  "/areas/:area/handovers/:id": ({ records }) => ({ id: records.handover?.shared ?? "" }),
  "/areas/:area/handovers/:id/brief": ({ records }) => ({ id: records.handover?.shared ?? "" }),
  "/areas/:area/handovers/:id/brief.pdf": ({ records }) => ({ id: records.handover?.shared ?? "" }),
  "/areas/:area/agreements/:id": ({ records }) => ({ id: records.mou?.shared ?? "" }),
  "/areas/:area/agreements/:id/edit": ({ records }) => ({ id: records.mou?.shared ?? "" }),
  "/areas/:area/agreements/:id/versions": ({ records }) => ({ id: records.mou?.shared ?? "" }),
  "/areas/:area/agreements/:id/print": ({ records }) => ({ id: records.mou?.shared ?? "" }),
  "/areas/:area/agreements/:id/export.docx": ({ records }) => ({ id: records.mou?.shared ?? "" }),
  "/areas/:area/agreements/:id/export.pdf": ({ records }) => ({ id: records.mou?.shared ?? "" }),
  "/areas/:area/proposals/:id": ({ records }) => ({ id: records.proposal?.shared ?? "" }),
  "/answer/:token": ({ token }) => ({ token }),
  "/invitation/:token": ({ invitation }) => ({ token: invitation }),
  "/areas/:area/team/:id": ({ users }) => ({ id: users["community reader"].id }),
  "/calendar/:file": ({ feed }) => ({ file: `${feed}.ics` }),
  // Opened by a browser that asked for none.
  "/sign-in/link/:token": ({ token }) => ({ token }),
  "/account/email/:token": ({ token }) => ({ token }),
  "/areas/:area/records/:id/links": ({ records }) => ({ id: records.request?.shared ?? "" }),
  "/areas/:area/records/:id/files": ({ records }) => ({ id: records.request?.shared ?? "" }),
  "/areas/:area/records/:id/put-back/:entry": ({ changed }) => changed,
  "/areas/:area/records/:id/files/:file": ({ records, file }) => ({
    id: records.request?.shared ?? "",
    file,
  }),
};

/** The pages that show one record of a kind, for the records this or that principal may not see. */
export const RECORD_PAGES: Record<string, readonly string[]> = {
  "/areas/:area/records/:id": ["note"],
  "/areas/:area/requests/:id": ["request"],
  "/areas/:area/records/:id/links": ["request"],
  "/areas/:area/projects/:id": ["project"],
  "/areas/:area/milestones/:id": ["milestone"],
  "/areas/:area/commitments/:id": ["commitment"],
  "/areas/:area/meetings/:id": ["meeting"],
  "/areas/:area/evidence/:id": ["evidence"],
  "/areas/:area/evidence/:id/edit": ["evidence"],
  "/areas/:area/aims/:id": ["aim"],
  "/areas/:area/agreements/:id": ["mou"],
  "/areas/:area/agreements/:id/versions": ["mou"],
  "/areas/:area/agreements/:id/print": ["mou"],
  "/areas/:area/agreements/:id/export.docx": ["mou"],
  "/areas/:area/proposals/:id": ["proposal"],
  "/areas/:area/handovers/:id": ["handover"],
  "/areas/:area/handovers/:id/brief": ["handover"],
  "/areas/:area/handovers/:id/brief.pdf": ["handover"],
};
