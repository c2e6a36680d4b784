import type { Access } from "./fixtures-access";
import { revisionOf } from "./fixtures-prepared";

type Made<T> = Record<string, (access: Access) => T | Promise<T>>;
const home = "/areas/:area/disclosures";

/** A good form of each page about an answer to somebody who asked for information. */
export const DISCLOSURE_FORMS: Made<Record<string, string>> = {
  [`${home}/new`]: () => ({
    intent: "begin",
    reference: "FOI 3",
    law: "information",
    receivedOn: "2026-01-01",
    asked: "Everything",
  }),
  // Nothing is to be decided in it: it is finished and opened again, in turns.
  [`${home}/:id`]: async (access) => {
    const revision = await revisionOf(access, "disclosure", access.disclosures.empty);
    return { intent: Number(revision) % 2 === 1 ? "finish" : "reopen", revision };
  },
};

const example = ({ disclosures }: Access) => ({ id: disclosures.empty });

/** Which answer stands for the `:id` of such a page. */
export const DISCLOSURE_EXAMPLES: Record<string, (access: Access) => Record<string, string>> = {
  [`${home}/:id`]: example,
  [`${home}/:id/export.docx`]: example,
  [`${home}/:id/export.pdf`]: example,
};
