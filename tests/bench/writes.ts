import { randomUUID } from "node:crypto";
import { measureFirstViews } from "./first-views.ts";
import type { Options } from "./options.ts";
import { spread } from "./pages.ts";
import { namesIn } from "./place.ts";
import type { SignedIn } from "./readers.ts";
import { inTurn, isThere, type Stage } from "./stage.ts";
import { againstFloor, type Row, told } from "./table.ts";
import type { Visit } from "./traffic.ts";

const AT_LEAST = 1 / 10;

/** A meeting with three attendees, its audit entry and the moved score, in one transaction; each user in turn. */
export async function measureWrites(stage: Stage, options: Options): Promise<Row[]> {
  const [first] = stage.readers;
  if (!first || !(await isThere(stage.app.origin, { path: first.log, cookie: first.cookie })))
    return [told("a meeting: there is no page to log one yet", "")];
  const home = { path: first.home, cookie: first.cookie };
  const rows = await measureFirstViews(stage, meetingOf(stage, first), home, options);
  for (const [name, readers] of [
    [`${stage.readers.length} users`, stage.readers],
    ["one user", [first]],
  ] as const) {
    const visits = readers.map((reader) => meetingOf(stage, reader));
    const origins = [stage.app.origin, stage.floor.origin] as const;
    const [app, floor] = await inTurn(origins, [visits, visits], options);
    const what = `a meeting with three people, ${name}`;
    rows.push(againstFloor(what, [app.rate, floor.rate], { atLeast: AT_LEAST }, "/s"));
    rows.push({ ...told("  p50, p99", spread(app)), floor: spread(floor) });
    if (app.failures + floor.failures > 0)
      rows.push({
        ...told("  were not written", `${app.failures} of ${app.count}`),
        floor: `${floor.failures} of ${floor.count}`,
      });
  }
  return rows;
}

/** A reader's meeting with two of their own side and one of the other, as the page's form sends it. */
export function meetingOf({ place, readers }: Stage, reader: SignedIn): Visit {
  const number = Number(reader.area.split("-")[1]);
  const { council, community } = namesIn(place.areas, number);
  // Readers of both sides in turn (place.ts).
  const [ours, theirs] = readers.indexOf(reader) % 2 === 0 ? [community, council] : [council, community];
  return {
    path: reader.log,
    cookie: reader.cookie,
    form: () =>
      new URLSearchParams({
        idempotencyKey: randomUUID(),
        "on.quick": "today",
        how: "in_person",
        title: "Measured meeting",
        "ours[0].person": ours[0] ?? "",
        "ours[1].person": ours[1] ?? "",
        "theirs[0].person": theirs[0] ?? "",
      }),
  };
}
