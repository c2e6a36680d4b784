import { revokeLink } from "~/features/links/links.commands.server";
import { findContacts, findLinksOf } from "~/features/links/links.queries.server";
import { canWrite } from "~/features/records/record.policy";
import { findBase } from "~/features/records/record.queries.server";
import { mailIsOn } from "~/platform/mailer.server";
import { makeLink } from "../links.commands.server";
import { findOutsideAsk } from "../outside-ask.server";
import { forbidden } from "../request.server";
import { linksView } from "./link-views";
import { noQuestions } from "./paging";
import { type Fixed, part, type Resource, write } from "./resource.server";

/**
 * By mail alone: then the tracker makes the link's token when it sends it, and only the contact ever has it. Of one to
 * hand over the maker has it too, and a program that has it could answer for the other side.
 */
const byMail: Fixed = { names: ["id", "way", "tokenHash"], values: ({ id }) => ({ id, way: "mail" }) };

/** What of a record waits on somebody without an account, and the links that were made for it. */
export const linkParts = {
  links: part(
    { says: "Whom it can be asked of by link, and the links made for it", query: noQuestions },
    linksView,
    async (actor, { tx, today }, { id }) => {
      const record = await findBase(tx, actor, id);
      if (!record) return null;
      const may = canWrite(actor);
      if (may !== true) return forbidden(may);
      const ask = await findOutsideAsk(tx, actor, record, today);
      const contacts = ask ? await findContacts(tx, actor, ask, today) : [];
      const items = await findLinksOf(tx, actor, id, today);
      return { purpose: ask?.purpose ?? null, mail: mailIsOn(), contacts, items };
    },
  ),
} satisfies Resource["parts"];

/** What can be done with a link of it. */
export const linkVerbs = {
  "ask-by-mail": write(makeLink, "Ask a contact of the other side by mail, with a link to answer", byMail),
  "revoke-link": write(revokeLink, "Take a link back: it opens nothing any more"),
} satisfies Resource["verbs"];
