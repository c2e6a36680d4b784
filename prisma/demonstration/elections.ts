import type { SignedIn } from "~/composition/execution.server";
import { recordEntry } from "~/composition/publicity-entries.server";
import type { ElectionKind } from "~/features/elections/election";
import { addElection } from "~/features/elections/elections.commands.server";
import { addDays, type Day, dayToDate } from "~/platform/calendar/day";
import { HandoverTeller } from "./handover-teller";
import type { Places } from "./places";

const THURSDAY = 4;

type Poll = { councilId: string; kind: ElectionKind; note?: string; source?: string };
type Published = { by: SignedIn; what: string; credits: "both" | "own" | "other" };

/** Tells of polls, and of what was published before them. */
export class ElectionTeller extends HandoverTeller {
  /** A poll on the first Thursday from a day on. */
  poll(offset: number, by: SignedIn, pollFrom: number, poll: Poll): void {
    this.at(offset, async (on) => {
      await this.run(on, by, addElection, { ...poll, pollOn: thursdayFrom(this.day(pollFrom)) });
    });
  }

  published(offset: number, { by, what, credits }: Published): void {
    this.at(offset, async (on) => {
      const place = { area: this.area, council: this.council, kind: "publicity" };
      const said = { by: "council", where: "leaflet", joint: false, on };
      await this.run(on, by, recordEntry, { ...place, ...said, what, credits });
    });
  }
}

function thursdayFrom(day: Day): Day {
  return addDays(day, (THURSDAY + 7 - dayToDate(day).getUTCDay()) % 7);
}

/** Millbrook Rise: one seat of the borough is voted on soon, all of them in some months. */
export function millbrookElections(today: Day, { cast, millbrook, borough }: Places): ElectionTeller[] {
  const clerk = cast["clerk@borough.example"];
  const t = new ElectionTeller(today, millbrook.slug, borough.slug);
  t.poll(-9, clerk, 48, {
    councilId: borough.id,
    kind: "by_election",
    note: "Mill ward alone: the seat is empty since the autumn.",
  });
  t.poll(-60, cast["admin@programme.example"], 165, {
    councilId: borough.id,
    kind: "local",
    source: "The borough’s notice board",
  });
  return [t];
}

/** Harbour End: the council was voted on three weeks ago, and who left has not said who follows. */
export function harbourElections(today: Day, { cast, harbour, unitary }: Places): ElectionTeller[] {
  const liaison = cast["liaison@unitary.example"];
  const t = new ElectionTeller(today, harbour.slug, unitary.slug);
  for (const name of ["Iris Pell", "June Farrow", "Tom Hale"]) t.came(-640, liaison, name, "councillor");
  t.poll(-90, cast["admin@programme.example"], -24, { councilId: unitary.id, kind: "local" });
  t.published(-33, { by: liaison, what: "Leaflet on the harbour wall", credits: "own" });
  t.left(-17, liaison, "Iris Pell");
  t.leaves(-16, { by: liaison, name: "June Farrow", why: "poll", lastDay: -13 });
  return [t];
}
