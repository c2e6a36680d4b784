import type { SignedIn } from "~/composition/execution.server";
import { createArea, createRelationship } from "~/features/areas/areas.commands.server";
import { beginClosing } from "~/features/areas/close-area.commands.server";
import { giveMembership } from "~/features/identity/accounts.commands.server";
import { openAccountWithoutPassword } from "~/features/identity/accounts.server";
import { linkPerson } from "~/features/identity/team.commands.server";
import { createOrganisation } from "~/features/organisations/organisations.commands.server";
import type { RoleId } from "~/features/people/person";
import { CONSENT_SCOPES, type ConsentScope } from "~/features/releases/consent";
import { giveConsent } from "~/features/releases/consents.commands.server";
import { addDays, type Day, startOfDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { tell } from "../history";
import { done, type Places } from "../places";
import { Teller } from "../teller";
import { COUNCILS, PATTERN } from "./councils";
import { COURSES } from "./courses";
import { CHECK_IN, DEALINGS, historiesOf, type Mould, type Pair, type Tellers, tellersIn } from "./moulds";
import { type Part, PEOPLE } from "./people";

/** Everything that is told once, by its name. */
export const MOULDS = { ...DEALINGS, ...COURSES, "check-in": CHECK_IN };
export type MouldName = keyof typeof MOULDS;

/** A mould as it was told: on which day from the day of loading, over how many days, and the ids of what it made. */
export type Told = {
  readonly name: MouldName;
  readonly title: string;
  readonly day: number;
  readonly span: number;
  readonly ids: ReadonlySet<string>;
};

/** The pattern as it stands in the database. */
export type Pattern = {
  readonly area: { id: string; slug: string; partnershipId: string; relationshipId: string };
  readonly pair: Pair;
  /** All councils, in the order of their list. */
  readonly councils: readonly { id: string; slug: string; name: string; shortName: string }[];
  /** The day from the day of loading on which its history begins. */
  readonly begins: number;
  readonly told: readonly Told[];
};

const BEGINS = -790;
const FIRST_MOULD = -780;
const BETWEEN = 8;
const CONSENTED = BEGINS + 9;
const CLOSING = -205;
const CLOSES = 120;

const ROLES: Record<Part, RoleId> = {
  chair: "chair",
  secretary: "secretary",
  treasurer: "treasurer",
  member: "member",
  helper: "volunteer",
  neighbour: "volunteer",
  liaison: "liaison-officer",
  officer: "officer",
  manager: "senior-manager",
  clerk: "officer",
  ward: "councillor",
  front: "front-line-officer",
};
const OF_COMMUNITY: readonly Part[] = ["chair", "secretary", "treasurer", "member", "helper", "neighbour"];

/** Tells the pattern through the commands: one small area in which everything there is to tell happens once. */
export async function tellPattern(today: Day, places: Places): Promise<Pattern> {
  const { councils, area, pair } = await layGround(today, places);
  const council = councils[PATTERN.council];
  if (!council) throw new Error("The pattern has no council");
  const people = new PatternTeller(today, area.slug, council.slug);
  people.everybody(pair);
  const moulds = (Object.entries(MOULDS) as [MouldName, Mould][]).map(([name, mould], index) => {
    const tellers = tellersIn(today, area.slug, council.slug);
    const day = FIRST_MOULD + BETWEEN * index;
    const [title] = mould.titles;
    mould.tell(tellers, day, title, pair);
    return { name, title, day, tellers };
  });
  await tell(today, [people, ...moulds.flatMap(({ tellers }) => historiesOf(tellers))]);
  const told = moulds.map(({ name, title, day, tellers }) => ({
    ...{ name, title, day, span: lastOf(tellers) - day },
    ids: new Set(tellers.ids.values()),
  }));
  return { area, pair, councils, begins: BEGINS, told };
}

function lastOf(tellers: Tellers): number {
  return Math.max(...historiesOf(tellers).flatMap(({ steps }) => steps.map(({ offset }) => offset)));
}

/** The councils, the pattern's area, and an account on each side that nobody can sign in with. */
async function layGround(today: Day, { cast }: Places) {
  const admin = cast["admin@programme.example"];
  const startsOn = addDays(today, BEGINS);
  const by = { clock: clockAt(startOfDay(startsOn)) };
  const councils: { id: string; slug: string; name: string; shortName: string }[] = [];
  for (const named of COUNCILS) {
    const made = await done(
      admin,
      createOrganisation,
      { ...named, kinds: ["council"], region: "Invented" },
      by,
    );
    councils.push({ ...named, ...made });
  }
  const council = councils[PATTERN.council];
  if (!council) throw new Error("The pattern has no council");
  const traits = {
    wave: 2,
    region: "Invented North",
    ruralUrban: "Rural",
    deprivationQuintile: 2,
    demo: true,
  };
  const area = await done(admin, createArea, { name: PATTERN.area, ...traits }, by);
  const tie = { areaId: area.id, councilId: council.id, startsOn };
  const { id: relationshipId } = await done(admin, createRelationship, tie, by);
  const account = async (name: string, side: string): Promise<SignedIn> => {
    const email = `${side}@${area.slug}.example`;
    const id = await openAccountWithoutPassword({ name, email, demo: true });
    if (id === null) throw new Error(`There is already an account ${email}`);
    return { id, name, email, demo: true };
  };
  const pair = {
    chair: await account(PEOPLE.chair, "chair"),
    officer: await account(PEOPLE.liaison, "council"),
  };
  const of = { areaId: area.id, role: "lead", startsOn } as const;
  const give = { chair: area.partnershipId, officer: council.id };
  for (const side of ["chair", "officer"] as const)
    await done(admin, giveMembership, { ...of, userId: pair[side].id, organisationId: give[side] }, by);
  return { councils, area: { ...area, relationshipId }, pair };
}

/** Tells who came, and which account each side's lead is. */
class PatternTeller extends Teller {
  everybody({ chair, officer }: Pair): void {
    for (const [part, name] of Object.entries(PEOPLE) as [Part, string][]) {
      const by = OF_COMMUNITY.includes(part) ? chair : officer;
      this.person(BEGINS, by, name, "ours", ROLES[part], part === "chair" || part === "liaison");
    }
    for (const user of [chair, officer]) this.#is(user);
    for (const user of [chair, officer]) for (const scope of CONSENT_SCOPES) this.#consents(user, scope);
  }

  #consents(by: SignedIn, scope: ConsentScope): void {
    this.at(CONSENTED, async (on) => {
      await this.run(on, by, giveConsent, { area: this.area, council: this.council, scope });
    });
  }

  #is(user: SignedIn): void {
    this.at(BEGINS, async (on) => {
      const { id: person } = await inTransaction(`user:${user.id}`, on, (tx) =>
        tx.person.findFirstOrThrow({ where: { name: user.name }, select: { id: true } }),
      );
      await this.run(on, user, linkPerson, { userId: user.id, person });
    });
  }
}

/** Says that the pattern's area is to close, as its chair did on a past day. */
export async function closePattern(today: Day, { area, pair }: Pattern): Promise<void> {
  const reason = "The programme has come to its end here.";
  const closesOn = addDays(today, CLOSES);
  const clock = clockAt(startOfDay(addDays(today, CLOSING)));
  await done(pair.chair, beginClosing, { slug: area.slug, closesOn, reason }, { clock });
}
