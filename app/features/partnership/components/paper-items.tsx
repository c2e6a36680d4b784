import { formatDay } from "~/ui/format-date";
import { Tag } from "~/ui/tag";
import { WrittenText } from "~/ui/written-text";
import {
  holdsOn,
  INTEREST_NATURES,
  type Interest,
  PLAN_KINDS,
  type PlanText,
  POLICY_ABOUTS,
  type Policy,
} from "../line";
import type { PaperItem } from "./paper-page";

type Today = Parameters<typeof holdsOn>[1];

const noteOf = (note: string | null) => (note ? <WrittenText>{note}</WrittenText> : null);
const past = <Tag tone="quiet">Past</Tag>;

/** A policy in its list. */
export function policyItem(line: Policy, today: Today): PaperItem {
  const { about, title, adoptedOn, reviewOn, endsOn, note } = line;
  const due = reviewOn !== null && reviewOn <= today;
  const holds = holdsOn({ startsOn: adoptedOn, endsOn }, today);
  const look = due ? <Tag tone="attention">Look again</Tag> : <Tag tone="good">Agreed</Tag>;
  return {
    line,
    title,
    tag: holds ? look : past,
    facts: [
      POLICY_ABOUTS[about],
      `Agreed on ${formatDay(adoptedOn)}`,
      ...(reviewOn ? [`To look at again on ${formatDay(reviewOn)}`] : []),
      ...(endsOn ? [`Until ${formatDay(endsOn)}`] : []),
    ],
    body: noteOf(note),
  };
}

/** A declared interest in its list, with whose it is. */
export function interestItem(line: Interest, name: string, today: Today): PaperItem {
  const { body, nature, startsOn, endsOn, note } = line;
  return {
    line,
    title: `${name}: ${body}`,
    tag: holdsOn(line, today) ? undefined : past,
    facts: [
      INTEREST_NATURES[nature],
      endsOn ? `${formatDay(startsOn)} to ${formatDay(endsOn)}` : `Since ${formatDay(startsOn)}`,
    ],
    body: noteOf(note),
  };
}

/** Words of the plan in their list. */
export function planItem(line: PlanText): PaperItem {
  const { kind, agreedOn, until, text } = line;
  return {
    line,
    title: `${PLAN_KINDS[kind]}, ${formatDay(agreedOn)}`,
    facts: until ? [`Meant until ${formatDay(until)}`] : [],
    body: <WrittenText>{text}</WrittenText>,
  };
}
