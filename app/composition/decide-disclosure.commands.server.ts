import { z } from "zod";
import { EXEMPTION_IDS } from "~/features/disclosures/exemption";
import { fold } from "~/features/disclosures/folded-text";
import { notThere, type RecordText, type Redactions } from "~/features/disclosures/redact";
import type { Actor } from "~/features/identity/actor";
import { canLead } from "~/features/records/record.policy";
import { Conflict, defineCommand, Problem } from "~/platform/command.server";
import { optionalShortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { toJson } from "~/platform/json-column.server";
import { findLines } from "./disclosure-lines.server";
import { bundleOf, disclosureEvent, disclosureSubject } from "./disclosure-subject.server";

const command = defineCommand<Actor>();
const SHORTEST = 2;
const why = z
  .preprocess((value) => (value === "" ? null : value), z.enum(EXEMPTION_IDS).nullable())
  .default(null);

const input = z.strictObject({
  area: z.string(),
  id: idSchema,
  item: idSchema,
  revision: z.int32(),
  /** Of the words as the form showed them: what changed meanwhile is looked at again. */
  digest: z.string().max(64),
  decision: z.enum(["included", "withheld"], { error: "Choose whether it goes out" }),
  reason: why,
  whole: z
    .array(z.strictObject({ key: z.string().max(200), reason: why }))
    .max(500)
    .default([]),
  words: z
    .array(z.strictObject({ text: optionalShortText(), reason: why }))
    .max(100)
    .default([]),
  shown: z.array(z.string().max(400)).max(500).default([]),
});
type Typed = z.output<typeof input>;

/** Decides what goes out of one record, and what is left out of it. */
export const decideDisclosure = command({
  id: "disclosures.decide",
  input,
  subject: disclosureSubject,
  allow: (_, { actor, bundle }) =>
    bundle?.disclosure.finishedOn ? "It is finished. Open it again first." : canLead(actor),
  async run(context, subject, typed) {
    const { disclosure, items } = bundleOf(subject);
    const item = items.find(({ id }) => id === typed.item);
    const [line] = item ? await findLines(context.tx, subject.actor, [item]) : [];
    if (!item || !line?.record) throw new Problem({ "": "This record is no longer there." });
    const { texts, digest } = line.record;
    if (typed.digest !== digest) throw new Conflict(null);
    const redactions = redactionsOf(typed, texts);
    const { count } = await context.tx.disclosureItem.updateMany({
      where: { id: item.id, disclosureId: disclosure.id, revision: typed.revision },
      data: {
        decision: typed.decision,
        reason: typed.decision === "withheld" ? reasonOf(typed) : null,
        redactions: toJson(redactions),
        digest,
        decidedAt: context.now,
        revision: { increment: 1 },
      },
    });
    if (count === 0) throw new Conflict(null);
    const data = {
      title: disclosure.reference,
      number: item.number,
      decision: typed.decision,
      reason: typed.reason,
    };
    return { result: { id: disclosure.id }, event: disclosureEvent(subject.actor, disclosure.id, data) };
  },
  says: ({ title, number, decision }) =>
    `decided that record ${String(number)} of the request “${String(title)}” is ${String(decision)}`,
});

const SAY_WHY = "Choose why";

function reasonOf({ reason }: Typed) {
  if (reason === null) throw new Problem({ reason: "Choose why it is withheld" });
  return reason;
}

/** What was typed as it is kept: each with its reason, words that stand in the record, and of the texts those it has. */
function redactionsOf({ whole, words, shown }: Typed, texts: readonly RecordText[]): Redactions {
  const problems: Record<string, string> = {};
  const keys = new Set(texts.map(({ key }) => key));
  const typed = words.flatMap(({ text, reason }, at) => {
    if (text === null) return [];
    if (reason === null) problems[`words[${at}].reason`] = SAY_WHY;
    const short = fold(text).folded.trim().length < SHORTEST;
    if (short) problems[`words[${at}].text`] = `Write at least ${SHORTEST} letters`;
    else if (notThere(texts, [text]).length > 0)
      problems[`words[${at}].text`] = "These words are not in this record";
    return reason === null ? [] : [{ text, reason }];
  });
  if (Object.keys(problems).length > 0) throw new Problem(problems);
  return {
    whole: whole.flatMap(({ key, reason }) => (reason && keys.has(key) ? [{ key, reason }] : [])),
    words: typed,
    shown,
  };
}
