import { createArea, createRelationship } from "~/features/areas/areas.commands.server";
import { takeOver } from "~/features/areas/take-over.commands.server";
import { findTakeover } from "~/features/areas/takeover.queries.server";
import { createOrganisation, setSuccessor } from "~/features/organisations/organisations.commands.server";
import type { Day } from "~/platform/calendar/day";
import { inTransaction } from "~/platform/db.server";
import { History } from "./history";
import type { Places } from "./places";

/** Days from the day of loading: a small area joins, its council's end is prepared, and another council takes over. */
const JOINS = -700;
const PREPARED = -190;
const TAKES_OVER = -60;

/** Tells of a district council that a unitary one took over from, in a third, thin area: an admin's to look at alone. */
class ReorganisationTeller extends History {
  tells({ cast }: Places): void {
    const admin = cast["admin@programme.example"];
    const council = { kinds: ["council" as const], region: "Invented" };
    this.at(JOINS, async (on) => {
      const area = {
        name: "Alder Vale",
        wave: 3,
        region: "Invented",
        ruralUrban: "Rural",
        deprivationQuintile: 3,
      };
      const { id: areaId } = await this.run(on, admin, createArea, { ...area, demo: true });
      const district = {
        name: "Aldermoor District Council",
        shortName: "Aldermoor District",
        tier: "district" as const,
      };
      const { id: councilId } = await this.run(on, admin, createOrganisation, { ...council, ...district });
      await this.run(on, admin, createRelationship, { areaId, councilId, startsOn: on });
      this.keep("the district", councilId);
    });
    this.at(PREPARED, async (on) => {
      const unitary = { name: "Aldershire Council", shortName: "Aldershire", tier: "unitary" as const };
      const { id: successorId } = await this.run(on, admin, createOrganisation, { ...council, ...unitary });
      const predecessorId = this.idOf("the district");
      const takesOverOn = this.day(TAKES_OVER);
      await this.run(on, admin, setSuccessor, { predecessorId, successorId, takesOverOn });
      const { ties } = await inTransaction(`user:${admin.id}`, on, (tx) =>
        findTakeover(tx, predecessorId, on),
      );
      const follows = ties.map(({ id }) => ({ id, successorId }));
      await this.run(on, admin, takeOver, { predecessorId, ties: follows, members: [] });
    });
  }
}

/** Alder Vale: its district council ended two months ago. */
export function reorganisation(today: Day, places: Places): ReorganisationTeller[] {
  const t = new ReorganisationTeller(today, "alder-vale", "aldermoor-district");
  t.tells(places);
  return [t];
}
