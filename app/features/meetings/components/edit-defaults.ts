import type { Decision } from "../decision";
import type { Attendance } from "../meeting";
import type { PersonOption } from "../people-typed";
import type { TypedValues } from "./typed-form";

type Planned = {
  on: string;
  how: string;
  title: string;
  startsAt: string | null;
  place: string | null;
  purpose: string | null;
};

type Held = Planned & {
  durationMinutes: number | null;
  formal: boolean;
  tone: string | null;
  wentWell: string | null;
  wentBadly: string | null;
  attendees: readonly { personId: string | null; side: string; capacity: string; attendance: Attendance }[];
  decisions: readonly Decision[];
  projects: readonly { id: string }[];
};

/** A planned meeting as the values of its form. */
export function planDefaults({ on, how, title, startsAt, place, purpose }: Planned): TypedValues {
  return { on, how, title, startsAt, place, purpose };
}

/** A held meeting as the values of its form, seen from one side. Somebody this reader may not see is left out. */
export function editDefaults(meeting: Held, people: readonly PersonOption[], side: string): TypedValues {
  const named = meeting.attendees.flatMap((one) => {
    const person = people.find(({ id }) => id === one.personId)?.text;
    return person === undefined ? [] : [{ ...one, person }];
  });
  const came = named.filter(({ attendance }) => attendance === "attended");
  const row = ({ person, capacity }: { person: string; capacity: string }) => ({ person, capacity });
  const theirs = came.filter((one) => one.side !== side).map(row);
  const ours = came.filter((one) => one.side === side).map(row);
  const missing = named
    .filter(({ attendance }) => attendance !== "attended")
    .map((one) => ({ ...row(one), attendance: one.attendance }));
  return {
    ...planDefaults(meeting),
    durationMinutes: meeting.durationMinutes === null ? null : String(meeting.durationMinutes),
    formal: tick(meeting.formal),
    tone: meeting.tone,
    wentWell: meeting.wentWell,
    wentBadly: meeting.wentBadly,
    theirs,
    ours,
    missing,
    nobodyTheirs: tick(theirs.length === 0),
    nobodyOurs: tick(ours.length === 0),
    decisions: meeting.decisions.map(decisionValues),
    projects: meeting.projects.map(({ id }) => id),
  };
}

function tick(on: boolean): string | null {
  return on ? "on" : null;
}

function decisionValues(decision: Decision): TypedValues {
  const { text, how, abstained, key, jointWork, ...rest } = decision;
  const { residentsFor, residentsAgainst, councillorsFor, councillorsAgainst, othersFor, othersAgainst } =
    rest;
  const votes = {
    residentsFor,
    residentsAgainst,
    councillorsFor,
    councillorsAgainst,
    othersFor,
    othersAgainst,
  };
  const counted = Object.fromEntries(
    Object.entries(votes).map(([name, count]) => [name, count === null ? null : String(count)]),
  );
  return { text, how, abstained, key: tick(key), jointWork: tick(jointWork), ...counted };
}
