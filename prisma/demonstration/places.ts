import type { z } from "zod";
import type { Circumstances, SignedIn } from "~/composition/execution.server";
import { runAs } from "~/composition/execution.server";
import { createArea, createRelationship } from "~/features/areas/areas.commands.server";
import { giveMembership } from "~/features/identity/accounts.commands.server";
import { makeFirstAdmin, openAccount } from "~/features/identity/accounts.server";
import type { Actor } from "~/features/identity/actor";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "~/features/identity/demo-accounts";
import { createOrganisation } from "~/features/organisations/organisations.commands.server";
import { type Clock, todayBy } from "~/platform/clock";
import type { Command } from "~/platform/command.server";

export type DemoEmail = (typeof DEMO_ACCOUNTS)[number]["email"];
export type Cast = Record<DemoEmail, SignedIn>;

/** Runs a command of the demonstration; a refusal is a fault of the demonstration, told in full. */
export async function done<S extends z.ZodType, T, R>(
  user: SignedIn,
  command: Command<Actor, S, T, R>,
  input: z.input<S>,
  circumstances: Circumstances,
): Promise<R> {
  const outcome = await runAs(user, command, input, circumstances);
  if (outcome.status === "done") return outcome.result;
  throw new Error(`The demonstration could not run ${command.id}: ${JSON.stringify(outcome)}`);
}

async function openAccounts(): Promise<Cast> {
  const cast: Partial<Cast> = {};
  for (const { email, name } of DEMO_ACCOUNTS) {
    const id = await openAccount({ email, name, password: DEMO_PASSWORD, demo: true });
    if (id === null) throw new Error(`There is already an account ${email}`);
    cast[email] = { id, email, name, demo: true };
  }
  return cast as Cast;
}

/** The accounts, the two areas, their councils and who is on which side, as of the day the history begins. */
export async function buildPlaces(clock: Clock) {
  const cast = await openAccounts();
  const admin = cast["admin@programme.example"];
  const startsOn = todayBy(clock);
  const by = { clock };
  const { programmeId } = await makeFirstAdmin(admin.id, "Resident-led Programme", startsOn);

  // Codes that no real council has: the fakes of outside services (tests/fakes) know them.
  const council = (named: {
    name: string;
    shortName: string;
    tier: "district" | "county" | "unitary";
    gssCode: string;
    code: string;
  }) => done(admin, createOrganisation, { ...named, kinds: ["council"], region: "Invented" }, by);
  const county = await council({
    name: "Fernshire County Council",
    shortName: "Fernshire County",
    tier: "county",
    gssCode: "E10999901",
    code: "XFCC",
  });
  const borough = await council({
    name: "Wexcombe Borough Council",
    shortName: "Wexcombe Borough",
    tier: "district",
    gssCode: "E07999901",
    code: "XWBC",
  });
  const unitary = await council({
    name: "Saltmouth Council",
    shortName: "Saltmouth Council",
    tier: "unitary",
    gssCode: "E06999901",
    code: "XSAL",
  });
  // One that the register has twice, for whoever keeps it to find.
  for (const name of ["Fernshire Voluntary Action", "Fernshire Voluntary Action Ltd"])
    await done(admin, createOrganisation, { name, kinds: ["agency"], region: "Invented" }, by);
  const area = (name: string, ruralUrban: string, deprivationQuintile: number) =>
    done(
      admin,
      createArea,
      { name, wave: 2, region: "Invented", ruralUrban, deprivationQuintile, demo: true },
      by,
    );
  const millbrook = await area("Millbrook Rise", "Urban", 1);
  const harbour = await area("Harbour End", "Urban with rural areas", 2);
  const connect = (areaId: string, councilId: string) =>
    done(admin, createRelationship, { areaId, councilId, startsOn }, by);
  await connect(millbrook.id, borough.id);
  await connect(millbrook.id, county.id);
  await connect(harbour.id, unitary.id);

  const member = (
    email: DemoEmail,
    organisationId: string,
    role: "reader" | "editor" | "lead" | "admin" | "researcher",
  ) => done(admin, giveMembership, { userId: cast[email].id, organisationId, role, startsOn }, by);
  await member("chair@millbrook.example", millbrook.partnershipId, "lead");
  await member("worker@millbrook.example", millbrook.partnershipId, "editor");
  await member("rep@programme.example", millbrook.partnershipId, "editor");
  await member("resident@millbrook.example", millbrook.partnershipId, "reader");
  await member("officer@borough.example", borough.id, "lead");
  await member("clerk@borough.example", borough.id, "editor");
  await member("councillor@borough.example", borough.id, "editor");
  await member("officer@county.example", county.id, "editor");
  await member("lead@county.example", county.id, "lead");
  await member("chair@harbour.example", harbour.partnershipId, "lead");
  await member("liaison@unitary.example", unitary.id, "lead");
  await member("researcher@university.example", programmeId, "researcher");
  await member("admin2@programme.example", programmeId, "admin");
  return { cast, millbrook, harbour, borough, county, unitary };
}

export type Places = Awaited<ReturnType<typeof buildPlaces>>;
