import { ROLES } from "../people/person";
import type { ContactStep, NewPost } from "./contacts-plan";
import type { ImportStep } from "./import";
import type { MeetingStep } from "./meetings-plan";

type Entry = ContactStep | MeetingStep;

/** Steps of an area's own imports. */
export function isEntry(step: ImportStep): step is Entry {
  switch (step.kind) {
    case "add-person":
    case "add-post":
    case "fill-contact":
    case "plan-meeting":
    case "record-cancelled":
    case "ask-past":
    case "move-meeting":
    case "call-off-meeting":
      return true;
    default:
      return false;
  }
}

/** What a step does to an area's people or meetings, in a sentence without a full stop. */
export function entryWords(step: Entry): string {
  switch (step.kind) {
    case "add-person":
      return `${step.name}: ${[postWords(step.post), step.email, step.phone].filter(Boolean).join(", ")}`;
    case "add-post":
      return `${step.name}: ${postWords(step.post)}`;
    case "fill-contact":
      return `${step.name}: ${step.what === "email" ? "e-mail" : "telephone"} ${step.after}`;
    default:
      return meetingWords(step);
  }
}

function postWords({ role, organisation, topic, ward, party }: NewPost): string {
  return [`${ROLES[role].label} of ${organisation}`, topic, ward, party].filter(Boolean).join(", ");
}

function meetingWords(step: MeetingStep): string {
  const { title, on, startsAt, place } = step.event;
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(on));
  const words = [`${day}${startsAt ? `, ${startsAt}` : ""}: ${title}`, place].filter(Boolean).join(", ");
  return step.kind === "move-meeting" ? `${words} (${step.before})` : words;
}
