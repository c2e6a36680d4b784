import type { AreaStep } from "./areas-plan";
import type { CouncilStep, FieldChange } from "./councils-plan";
import { entryWords, isEntry } from "./entry-words";
import type { ImportStep } from "./import";
import type { PeopleStep } from "./people-plan";

/** What a kind of step does, for one and for several. */
export const STEP_KINDS: Readonly<Record<ImportStep["kind"], readonly [one: string, several: string]>> = {
  "create-council": ["new council", "new councils"],
  "change-council": ["changed council", "changed councils"],
  "add-succession": ["successor named", "successors named"],
  "change-succession": ["changed day of takeover", "changed days of takeover"],
  "create-area": ["new area", "new areas"],
  "change-area": ["changed area", "changed areas"],
  "add-relationship": [
    "new relationship of an area and a council",
    "new relationships of areas and councils",
  ],
  "change-relationship": ["changed relationship", "changed relationships"],
  joined: ["new councillor", "new councillors"],
  returned: ["councillor come back", "councillors come back"],
  appointed: ["known person who takes up a post", "known people who take up a post"],
  left: ["councillor no longer in post", "councillors no longer in post"],
  linked: ["person joined to the council's id", "people joined to the council's ids"],
  changed: ["changed detail", "changed details"],
  "add-person": ["new person", "new people"],
  "add-post": ["known person who gets a post", "known people who get a post"],
  "fill-contact": ["detail filled in", "details filled in"],
  "plan-meeting": ["new planned meeting", "new planned meetings"],
  "record-cancelled": ["meeting that was called off", "meetings that were called off"],
  "ask-past": ["meeting that has been: what became of it?", "meetings that have been: what became of them?"],
  "move-meeting": ["planned meeting that changes", "planned meetings that change"],
  "call-off-meeting": ["planned meeting that is called off", "planned meetings that are called off"],
};

const FIELD_WORDS: Readonly<Record<string, string>> = {
  shortName: "short name",
  gssCode: "GSS code",
  startsOn: "first day",
  endsOn: "day of takeover",
  takenOverBy: "taken over by",
  ruralUrban: "rural or urban",
  deprivationQuintile: "deprivation fifth",
  email: "e-mail",
};

/** What a step does, in a sentence without a full stop. */
export function stepWords(step: ImportStep): string {
  if (isEntry(step)) return entryWords(step);
  switch (step.kind) {
    case "create-council":
    case "change-council":
    case "add-succession":
    case "change-succession":
      return councilWords(step);
    case "create-area":
    case "change-area":
    case "add-relationship":
    case "change-relationship":
      return areaWords(step);
    default:
      return personWords(step);
  }
}

function councilWords(step: CouncilStep): string {
  switch (step.kind) {
    case "create-council": {
      const { name, code, endsOn } = step.council;
      return `${name} (${code})${endsOn ? `, until ${endsOn}` : ""}`;
    }
    case "change-council":
      return `${step.name} (${step.code}): ${changesWords(step.changes)}`;
    default:
      return `${step.successor} takes over from ${step.predecessor} on ${step.takesOverOn}`;
  }
}

function areaWords(step: AreaStep): string {
  switch (step.kind) {
    case "create-area":
      return `${step.area.name} (${step.area.code})`;
    case "change-area":
      return `${step.name}: ${changesWords(step.changes)}`;
    case "add-relationship": {
      const { council, startsOn, endsOn, takenOverBy } = step.relationship;
      const end = endsOn ? ` until ${endsOn}${takenOverBy ? `, then ${takenOverBy}` : ""}` : "";
      return `${step.area} with ${council} from ${startsOn}${end}`;
    }
    default:
      return `${step.area} with ${step.council}: ${changesWords(step.changes)}`;
  }
}

function personWords(step: PeopleStep): string {
  switch (step.kind) {
    case "joined":
    case "returned":
    case "appointed": {
      const { ward, party } = step.councillor;
      const seat = [ward, party].filter((word) => word !== null).join(", ");
      return `${step.name}${seat ? ` (${seat})` : ""}${step.on ? `, from ${step.on}` : ", start not known"}`;
    }
    case "left":
      return `${step.name}${step.ward ? ` (${step.ward})` : ""}, until ${step.on}`;
    case "linked":
      return `${step.name} is ${step.externalId} of the council's list (the same ${fieldWord(step.by)})`;
    case "changed":
      return `${step.name}: ${changesWords([{ field: step.what, before: step.before, after: step.after }])}`;
  }
}

function changesWords(changes: readonly FieldChange[]): string {
  return changes
    .map(({ field, before, after }) => `${fieldWord(field)} ${valueWords(before)} → ${valueWords(after)}`)
    .join("; ");
}

function fieldWord(field: string): string {
  return FIELD_WORDS[field] ?? field;
}

function valueWords(value: string | null): string {
  return value === null ? "none" : `“${value}”`;
}
