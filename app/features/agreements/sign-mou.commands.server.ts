import { z } from "zod";
import { type Day, dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { optionalShortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { type Actor, councilNow } from "../identity/actor";
import { heldOn, postsVisibleTo } from "../people/people.queries.server";
import type { Context } from "../records/recording.server";
import { MOU_PARTIES, type MouParty, otherParty } from "./mou";
import { isAllowed } from "./mou.policy";
import { mustBeAble, type Subject, stepTaken, subjectMou } from "./mou-subject.server";

const command = defineCommand<Actor>();

/** Notes who signed for the actor's own side, and when; of the chair's, for the programme too. */
export const signMou = command({
  id: "agreements.sign",
  input: z.strictObject({
    id: idSchema,
    party: z.enum(MOU_PARTIES).nullish(),
    personId: idSchema.nullish(),
    name: optionalShortText(),
    signedOn: dayField("Enter the day it was signed"),
  }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "sign"),
  async run(context, subject, { id, personId, name, ...typed }) {
    mustBeAble(context, "sign", subject);
    const party = partyOf(subject, typed.party ?? null);
    const signedOn = resolveDay(typed.signedOn, context.today);
    checkDay(context, subject, signedOn);
    const signatory =
      party === "programme"
        ? { name: name ?? missing("name", "Enter the name of who signed") }
        : {
            personId: await checkPerson(context, subject, {
              party,
              personId: personId ?? missing("personId", "Choose who signed"),
              signedOn,
            }),
          };
    await context.tx.mouSignatory.create({
      data: { id: context.newId(), mouId: id, party, ...signatory, signedOn: dayToDate(signedOn) },
      select: { id: true },
    });
    return stepTaken(context, subject, { party, signedOn });
  },
  says: (data) => `noted a signature of “${String(data.title)}”, dated ${saidDay(data.signedOn)}`,
});

function missing(field: string, words: string): never {
  throw new Problem({ [field]: words });
}

/** Each side signs for itself. */
function partyOf({ actor, mou }: Subject, asked: MouParty | null): MouParty {
  if (mou.kind === "partnership") {
    if (asked !== null && asked !== actor.side) return missing("party", "Each side notes its own signatures");
    return actor.side;
  }
  if (asked === "community" || asked === otherParty(mou.kind)) return asked;
  return missing("party", "Choose whom they signed for");
}

function checkDay({ today }: Context, { mou }: Subject, signedOn: Day): void {
  if (signedOn > today) missing("signedOn", "The day of signing cannot be in the future");
  if (mou.endsOn !== null && signedOn > mou.endsOn)
    missing("signedOn", "The day of signing cannot be after the last day");
  if (signedOn.slice(0, 4) < "1990") missing("signedOn", "Check the year");
}

/** Somebody with a post, on that day, of the party they signed for. */
async function checkPerson(
  { tx }: Context,
  { actor, record }: Subject,
  { party, personId, signedOn }: { party: MouParty; personId: string; signedOn: Day },
): Promise<string> {
  const council = actor.relationships.find(({ id }) => id === record.relationshipId)?.councilId;
  const posts = await tx.appointment.findMany({
    where: { AND: [postsVisibleTo(actor), heldOn(signedOn), { personId, person: { erasedAt: null } }] },
    select: { organisationId: true, organisation: { select: { kinds: true } } },
  });
  const ofParty = posts.some(({ organisationId, organisation }) =>
    party === "council"
      ? council !== undefined && councilNow(actor, organisationId) === councilNow(actor, council)
      : !organisation.kinds.includes("council"),
  );
  if (ofParty) return personId;
  return missing(
    "personId",
    posts.length > 0
      ? "Choose somebody of your own side: each side signs for itself"
      : "Choose somebody of your side who had a post on that day",
  );
}

/** Names which of its files is the signed copy. */
export const markSignedCopy = command({
  id: "agreements.signed-copy",
  input: z.strictObject({ id: idSchema, attachmentId: idSchema }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "attach"),
  async run(context, subject, { id, attachmentId }) {
    mustBeAble(context, "attach", subject);
    const file = await context.tx.attachment.findFirst({
      where: { id: attachmentId, recordId: id, removedAt: null },
      select: { name: true, level: true },
    });
    if (!file) throw new Problem({ "": "That file is not here any more." });
    if (file.level !== subject.record.level)
      throw new Problem({ "": "The signed copy is a file that both sides see." });
    await context.tx.mou.update({
      where: { recordId: id },
      data: { signedCopyId: attachmentId },
      select: { recordId: true },
    });
    return stepTaken(context, subject, { file: file.name });
  },
  says: (data) => `said that “${String(data.file)}” is the signed copy of “${String(data.title)}”`,
});
