import type { z } from "zod";
import { type Circumstances, runAs, type SignedIn } from "~/composition/execution.server";
import { createArea, createRelationship } from "~/features/areas/areas.commands.server";
import { giveMembership } from "~/features/identity/accounts.commands.server";
import { makeFirstAdmin, openAccountWithoutPassword } from "~/features/identity/accounts.server";
import type { Actor } from "~/features/identity/actor";
import { createOrganisation } from "~/features/organisations/organisations.commands.server";
import { type Clock, clockAt, todayBy } from "~/platform/clock";
import type { Command } from "~/platform/command.server";
import { setConnection } from "~/platform/database/connection.server";
import type { TestDatabase } from "../setup/database";

/** The instant every built place stands at, unless told otherwise: an October evening in London. */
export const BUILT_AT = "2026-10-01T20:00:00Z";

/** Runs a command and gives its result; throws where it was refused, with what was said. */
export async function mustRun<S extends z.ZodType, T, R>(
  user: SignedIn,
  command: Command<Actor, S, T, R>,
  input: z.input<S>,
  circumstances: Circumstances,
): Promise<R> {
  const outcome = await runAs(user, command, input, circumstances);
  if (outcome.status !== "done") throw new Error(`${command.id}: ${JSON.stringify(outcome)}`);
  return outcome.result;
}

/** An account without a password. */
export async function buildUser(name: string): Promise<SignedIn> {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@test.example`;
  const id = await openAccountWithoutPassword({ name, email });
  if (!id) throw new Error(`there is already an account ${email}`);
  return { id, name, email, demo: false };
}

type Roles = { lead: SignedIn; editor: SignedIn; reader: SignedIn };

export type Place = Awaited<ReturnType<typeof buildPlace>>;

/**
 * A place to test in, made by the real commands: one area (Oakfield) with its partnership and a borough council; with
 * `county`, a county council too. Elsewhere is a second area with a council of its own, and a lead on each side there.
 */
export async function buildPlace(
  db: TestDatabase,
  { county = false, clock = clockAt(BUILT_AT) }: { county?: boolean; clock?: Clock } = {},
) {
  setConnection(db.appUrl);
  const by = { clock };
  const admin = await buildUser("Ada Admin");
  await makeFirstAdmin(admin.id, "Programme", todayBy(clock));

  const council = async (name: string, tier: "district" | "county" | "unitary") => ({
    ...(await mustRun(
      admin,
      createOrganisation,
      { name: `${name} Council`, shortName: name, kinds: ["council"], tier },
      by,
    )),
    name,
  });
  const connect = async (areaId: string, councilId: string) =>
    (await mustRun(admin, createRelationship, { areaId, councilId, startsOn: "2020-01-01" }, by)).id;
  const roles = async (prefix: string, organisationId: string): Promise<Roles> => {
    const member = async (role: "lead" | "editor" | "reader") => {
      const user = await buildUser(`${prefix} ${role}`);
      await mustRun(
        admin,
        giveMembership,
        { userId: user.id, organisationId, role, startsOn: "2020-01-01" },
        by,
      );
      return user;
    };
    return { lead: await member("lead"), editor: await member("editor"), reader: await member("reader") };
  };

  const area = await mustRun(admin, createArea, { name: "Oakfield" }, by);
  const borough = await council("Barley Borough", "district");
  const boroughRelationship = await connect(area.id, borough.id);
  const community = await roles("Community", area.partnershipId);
  const councilSide = await roles("Borough", borough.id);

  const countyCouncil = county ? await council("Barley County", "county") : null;
  const countySide = countyCouncil && {
    ...countyCouncil,
    relationshipId: await connect(area.id, countyCouncil.id),
    users: await roles("County", countyCouncil.id),
  };

  const elsewhere = await mustRun(admin, createArea, { name: "Elsewhere" }, by);
  const otherCouncil = await council("Far Unitary", "unitary");
  const otherRelationship = await connect(elsewhere.id, otherCouncil.id);
  const outside = {
    area: elsewhere,
    council: otherCouncil,
    relationshipId: otherRelationship,
    communityLead: await buildUser("Elsewhere lead"),
    councilLead: await buildUser("Far lead"),
  };
  await mustRun(
    admin,
    giveMembership,
    {
      userId: outside.communityLead.id,
      organisationId: elsewhere.partnershipId,
      role: "lead",
      startsOn: "2020-01-01",
    },
    by,
  );
  await mustRun(
    admin,
    giveMembership,
    { userId: outside.councilLead.id, organisationId: otherCouncil.id, role: "lead", startsOn: "2020-01-01" },
    by,
  );

  return {
    clock,
    by,
    admin,
    area,
    council: { ...borough, relationshipId: boroughRelationship },
    county: countySide,
    community,
    councilSide,
    outside,
  };
}
