import { formFor } from "~/features/commitments/commitment-forms";
import { findCommitment } from "~/features/commitments/commitment-page.queries.server";
import type { CommitmentView } from "~/features/commitments/commitment-view";
import { ALLOWED, type AnswerField, type AnswerForm, type AnswerThing } from "~/features/links/link";
import { findParts } from "~/features/meetings/meeting-parts.server";
import { agreedOn, currentMinutes, minutesState } from "~/features/meetings/minutes";
import { findBase } from "~/features/records/record.queries.server";
import { ANSWER_WORDS, ANSWERS } from "~/features/requests/request";
import { getRequestPage } from "~/features/requests/request.queries.server";
import { formatDay } from "~/ui/format-date";
import type { LinkReading } from "./link-actor.server";

/** What a link shows and what can be answered to it now; null: nothing can any more. */
type Answers = { thing: AnswerThing; forms: AnswerForm[] };

/** The one thing of a link with its answers, read as the link. */
export async function findAnswerForms(reading: LinkReading): Promise<Answers | null> {
  const found = await FINDERS[reading.link.purpose](reading);
  return found && found.forms.length > 0 ? found : null;
}

const FINDERS: Record<LinkReading["link"]["purpose"], (reading: LinkReading) => Promise<Answers | null>> = {
  confirm: ofPromise,
  new_day: ofPromise,
  promise: ofPromise,
  request: ofRequest,
  minutes: ofMinutes,
};

const fact = (label: string, value: string | null) => (value === null ? [] : [{ label, value }]);

async function ofPromise({ tx, actor, link, today }: LinkReading): Promise<Answers | null> {
  const view = await findCommitment(tx, actor, link.recordId, today);
  if (view === null) return null;
  const forms = view.can.flatMap((action) => {
    const answer = ALLOWED[link.purpose].find((one) => one === `commitments.${action}`);
    const form = answer && formFor(action, view);
    if (!form) return [];
    const { button, intro: does, hidden } = form;
    const fields = form.fields.map(
      ({ kind, ...field }): AnswerField => ({ ...field, kind: kind === "text" ? "text" : "day" }),
    );
    return { answer, button, does, hidden, fields };
  });
  return { thing: promiseThing(view), forms };
}

function promiseThing(view: CommitmentView): AnswerThing {
  const { title, detail, by, lookedForOn, done, redatings, proposalId } = view;
  const proposal = redatings.find(({ id }) => id === proposalId);
  return {
    kind: "Promise",
    title,
    text: detail,
    facts: [
      ...fact("Promised by", by.first),
      ...fact("Due by", formatDay(lookedForOn)),
      ...fact("Said to be done on", done && formatDay(done.on)),
      ...fact("What was done", done?.note ?? null),
      ...fact("New day proposed", proposal ? formatDay(proposal.newDueOn) : null),
    ],
  };
}

const ANSWER_FIELDS: AnswerField[] = [
  {
    name: "answer",
    kind: "choice",
    label: "What is your answer?",
    options: ANSWERS.map((value) => ({ value, label: ANSWER_WORDS[value] })),
  },
  { name: "text", kind: "text", label: "Your words", hint: "For no or partly, say why", optional: true },
];

async function ofRequest({ tx, actor, link, today }: LinkReading): Promise<Answers | null> {
  const view = await getRequestPage(tx, actor, link.recordId, today);
  if (view === null || view.toSide !== actor.side || view.state !== "open") return null;
  const thing = {
    kind: "Request",
    title: view.title,
    text: view.detail,
    facts: [
      ...fact("Asked on", formatDay(view.askedOn)),
      ...fact("Answer wanted by", formatDay(view.targetOn)),
    ],
  };
  const forms: AnswerForm[] = [
    {
      answer: "requests.answer",
      button: "Send the answer",
      does: "The answer is dated today, and both sides read it.",
      fields: ANSWER_FIELDS,
      hidden: {},
    },
  ];
  if (view.can.includes("hold"))
    forms.push({
      answer: "requests.hold",
      button: "Send a holding reply",
      does: "It says that you have the request and are working on it. The answer itself still waits.",
      fields: [{ name: "text", kind: "text", label: "What should they know?" }],
      hidden: {},
    });
  return { thing, forms };
}

async function ofMinutes({ tx, actor, link }: LinkReading): Promise<Answers | null> {
  const base = await findBase(tx, actor, link.recordId);
  const meeting = base && (await findParts(tx, link.recordId));
  const minutes = meeting && currentMinutes(meeting.minutes);
  if (!base || !minutes || minutesState(minutes) !== "sent" || agreedOn(minutes, actor.side) !== null)
    return null;
  const hidden = { version: String(minutes.version) };
  return {
    thing: {
      kind: "Minutes",
      title: base.title,
      text: minutes.text,
      facts: fact("Meeting on", formatDay(base.occurredOn)),
    },
    forms: [
      {
        answer: "meetings.agree-minutes",
        button: "Agree the minutes",
        does: "Your side agrees this text. What you see differently can stand beside it.",
        fields: [{ name: "dissent", kind: "text", label: "What you see differently", optional: true }],
        hidden,
      },
      {
        answer: "meetings.dissent-from-minutes",
        button: "Note what you see differently",
        does: "Your words stand beside the text. The minutes are not agreed by it.",
        fields: [{ name: "dissent", kind: "text", label: "What do you see differently?" }],
        hidden,
      },
    ],
  };
}
