import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand } from "~/platform/command.server";
import { longText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { named, saidNote } from "./commitment-says";
import { allowAction, change, dispute, requireNow, subjectCommitment } from "./commitment-subject.server";

const command = defineCommand<Actor>();

/** Closes a promise as not kept: by the side that promised at any time, by the other once its day has passed. */
export const closeAsNotKept = command({
  id: "commitments.not-kept",
  input: z.strictObject({ id: idSchema, note: longText("Say what happened") }),
  subject: (context, { id }) => subjectCommitment(context, id),
  allow: (_, subject) => allowAction("not-kept", subject),
  async run(context, subject, { note }) {
    requireNow("not-kept", subject);
    const columns = { notKeptOn: dayToDate(context.today), notKeptNote: note };
    return change(context, subject, { columns }, { note });
  },
  says: (data) => `closed ${named(data)} as not kept${saidNote(data.note)}`,
});

/** The side it is owed to lets it go: nothing is owed any more. */
export const withdrawCommitment = command({
  id: "commitments.withdraw",
  input: z.strictObject({ id: idSchema, note: longText("Say why it is no longer needed") }),
  subject: (context, { id }) => subjectCommitment(context, id),
  allow: (_, subject) => allowAction("withdraw", subject),
  async run(context, subject, { note }) {
    requireNow("withdraw", subject);
    const columns = { withdrawnOn: dayToDate(context.today), withdrawnNote: note };
    return change(context, subject, { columns }, { note });
  },
  says: (data) => `let ${named(data)} go${saidNote(data.note)}`,
});

/** The side it was recorded for says, within 28 days, that it made no such promise: it is disputed from then on. */
export const disownCommitment = command({
  id: "commitments.not-ours",
  input: z.strictObject({ id: idSchema, text: longText("Say why it is not yours") }),
  subject: (context, { id }) => subjectCommitment(context, id),
  allow: (_, subject) => allowAction("not-ours", subject),
  async run(context, subject, { text }) {
    requireNow("not-ours", subject);
    const base = await dispute(context, subject, text);
    return change(context, subject, { base, columns: { disownedOn: dayToDate(context.today) } }, { text });
  },
  says: (data) => `said that ${named(data)} is not theirs${saidNote(data.text)}`,
});
