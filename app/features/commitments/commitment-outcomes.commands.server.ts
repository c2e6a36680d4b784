import { z } from "zod";
import { type Day, dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, optionalDayField, resolveDay } from "~/platform/form-days";
import { longText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { named, saidNote } from "./commitment-says";
import {
  allowAction,
  type CommitmentSubject,
  change,
  dispute,
  pastDay,
  requireNow,
  settlingOwn,
  subjectCommitment,
} from "./commitment-subject.server";

const command = defineCommand<Actor>();

/** The revision the form was made from: an answer is to what was read, not to what came after. */
const seen = z.int32().optional();

/** The side that promised says that it is done, on a day that may lie back. */
export const reportDone = command({
  id: "commitments.report-done",
  input: z.strictObject({
    id: idSchema,
    doneOn: dayField("Enter the day it was done"),
    note: longText("Say what was done"),
  }),
  subject: (context, { id }) => subjectCommitment(context, id),
  allow: (_, subject) => allowAction("report-done", subject),
  async run(context, subject, { doneOn: given, note }) {
    requireNow("report-done", subject);
    const doneOn = pastDay("doneOn", resolveDay(given, context.today), subject);
    const columns = {
      doneOn: dayToDate(doneOn),
      doneSaidOn: dayToDate(context.today),
      doneNote: note,
      confirmedOn: null,
      notKeptOn: null,
      notKeptNote: null,
    };
    const before = { doneOn: subject.promise.doneOn, notKeptOn: subject.promise.notKeptOn };
    return change(context, subject, { base: settlingOwn(subject), columns }, { doneOn, note, before });
  },
  says: (data) => `said that ${named(data)} was done on ${saidDay(data.doneOn)}${saidNote(data.note)}`,
});

/** A corrected day lies between the promise and the day the corrected one was entered; null where none is given. */
function corrected(
  field: "doneOn" | "toldOn",
  given: Day | null,
  saidOn: Day | null,
  subject: CommitmentSubject,
): Day | null {
  const recorded = subject.promise[field];
  if (given === null || given === recorded) return null;
  if (recorded === null || saidOn === null) throw new Problem({ [field]: "No such day was recorded" });
  if (recorded >= saidOn) {
    throw new Problem({ [field]: "It was recorded on the day itself, so the day stands" });
  }
  const day = pastDay(field, given, subject);
  if (day > saidOn) throw new Problem({ [field]: "Enter a day no later than the one it was recorded on" });
  return day;
}

/** The side it is owed to says yes, and may correct days that were dated before they were entered. */
export const confirmCommitment = command({
  id: "commitments.confirm",
  input: z.strictObject({
    id: idSchema,
    revision: seen,
    doneOn: optionalDayField(),
    toldOn: optionalDayField(),
  }),
  subject: (context, { id }) => subjectCommitment(context, id),
  allow: (_, subject) => allowAction("confirm", subject),
  async run(context, subject, input) {
    requireNow("confirm", subject);
    const { promise } = subject;
    const day = (given: typeof input.doneOn) => (given === null ? null : resolveDay(given, context.today));
    const doneOn = corrected("doneOn", day(input.doneOn), promise.doneSaidOn, subject);
    const toldOn = corrected("toldOn", day(input.toldOn), promise.toldSaidOn, subject);
    const columns = {
      confirmedOn: dayToDate(context.today),
      ...(doneOn === null ? {} : { doneOn: dayToDate(doneOn) }),
      ...(toldOn === null ? {} : { toldOn: dayToDate(toldOn) }),
    };
    const write = { base: settlingOwn(subject), columns, seen: input.revision };
    const before = { doneOn: promise.doneOn, toldOn: promise.toldOn };
    return change(context, subject, write, { doneOn, toldOn, before });
  },
  says: (data) =>
    [
      `said yes, ${named(data)} is done`,
      data.doneOn ? `corrected the day it was done to ${saidDay(data.doneOn)}` : "",
      data.toldOn ? `corrected the day it was told to ${saidDay(data.toldOn)}` : "",
    ]
      .filter(Boolean)
      .join(", and "),
});

/** The side it is owed to says no, not yet, with why: the promise is disputed and stays open. */
export const refuseToConfirm = command({
  id: "commitments.refuse",
  input: z.strictObject({ id: idSchema, revision: seen, text: longText("Say what is still missing") }),
  subject: (context, { id }) => subjectCommitment(context, id),
  allow: (_, subject) => allowAction("refuse", subject),
  async run(context, subject, { text, revision }) {
    requireNow("refuse", subject);
    const base = await dispute(context, subject, text);
    return change(context, subject, { base, seen: revision }, { text });
  },
  says: (data) => `said that ${named(data)} is not done yet${saidNote(data.text)}`,
});

/** Opens a promise again. What closed it leaves the promise and stays in the history. */
export const reopenCommitment = command({
  id: "commitments.reopen",
  input: z.strictObject({ id: idSchema, note: longText("Say why it is opened again") }),
  subject: (context, { id }) => subjectCommitment(context, id),
  allow: (_, subject) => allowAction("reopen", subject),
  async run(context, subject, { note }) {
    requireNow("reopen", subject);
    const { doneOn, doneSaidOn, confirmedOn, notKeptOn, withdrawnOn } = subject.promise;
    const columns = {
      doneOn: null,
      doneSaidOn: null,
      doneNote: null,
      confirmedOn: null,
      notKeptOn: null,
      notKeptNote: null,
      withdrawnOn: null,
      withdrawnNote: null,
    };
    const before = { doneOn, doneSaidOn, confirmedOn, notKeptOn, withdrawnOn };
    return change(context, subject, { columns }, { note, before });
  },
  says: (data) => `opened ${named(data)} again${saidNote(data.note)}`,
});
