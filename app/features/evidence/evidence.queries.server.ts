import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type AreaActor, liveTies } from "../identity/actor";
import { findPeopleOf } from "../people/people.queries.server";
import type { RecordBase } from "../records/record";
import { baseSelect, findBase, toBase, visibleTo } from "../records/record.queries.server";
import { sideNameFirst } from "../records/side-names";
import type { Fact } from "../scoring/facts";
import { daysPast, type Entry, hopedForBy, outcomeWords, stageOf, stateWords, waitingOn } from "./evidence";
import { toFact } from "./evidence.facts";
import { actionsOf, canChange } from "./evidence.policy";
import { type Offered, questionsOf, shownOf, typedOf } from "./evidence-form";
import { evidenceSelect, findEntry, linksOf, toEntry } from "./evidence-rows.server";
import type { EvidenceKind } from "./kind";

/** The page of one entry; null where this actor sees no such record. */
export async function getEvidencePage(tx: Tx, actor: AreaActor, id: string, today: Day) {
  const found = await findStanding(tx, actor, id);
  if (found === null) return null;
  const { record, entry } = found;
  const { kind } = entry;
  const council = await findCouncil(tx, actor, record.relationshipId);
  const names = await findNames(tx, actor, entry);
  const sides = sidesOf(council);
  return {
    id,
    title: record.title,
    kind: { id: kind.id, one: kind.words.one, component: kind.component },
    // The heading says the title.
    shown: shownOf(kind, entry.values, { sides, ...names }).filter(({ text }) => text !== record.title),
    state: stateWords(entry, actor.side),
    stage: stageOf(entry),
    /** The reader's side is the one that is waited for. */
    turn: waitingOn(entry) === actor.side,
    answer: kind.answer ? answerOf(entry, kind.answer, sides, today) : null,
    can: { answer: actionsOf(actor, record, entry), change: canChange(actor, record, entry) === true },
  };
}

type Sides = Offered["sides"];

function answerOf(entry: Entry, terms: NonNullable<EvidenceKind["answer"]>, sides: Sides, today: Day) {
  const waits = waitingOn(entry);
  return {
    ask: terms.ask,
    outcomes: Object.entries(terms.outcomes).map(([value, { label }]) => ({ value, label })),
    waitsOn: waits && sides[waits],
    hopedForBy: waits && hopedForBy(entry),
    daysPast: daysPast(entry, today),
    on: entry.answeredOn ?? entry.proposedOn,
    by: entry.answeredBy && sides[entry.answeredBy],
    said: outcomeWords(entry),
    words: entry.answerWords,
  };
}

/** What the form that changes an entry needs; null where this actor sees no such record. */
export async function getEvidenceForm(tx: Tx, actor: AreaActor, id: string, today: Day) {
  const found = await findStanding(tx, actor, id);
  if (found === null) return null;
  const { record, entry } = found;
  const offered = await findOffered(tx, actor, record.relationshipId, today);
  const questions = questionsOf(entry.kind, offered);
  return {
    kind: { id: entry.kind.id, one: entry.kind.words.one },
    title: record.title,
    revision: record.revision,
    level: record.level,
    questions,
    typed: typedOf(entry.values),
    may: canChange(actor, record, entry),
  };
}

/** What a kind's questions can be answered with: how the sides are called, the people and the projects of the area. */
export async function findOffered(
  tx: Tx,
  actor: AreaActor,
  relationshipId: string | null,
  today: Day,
): Promise<Offered> {
  const people = await findPeopleOf(tx, actor, today);
  const projects = await tx.record.findMany({
    where: { AND: [visibleTo(actor), { kind: "project" }] },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: { id: true, title: true },
    take: 200,
  });
  const sides = sidesOf(await findCouncil(tx, actor, relationshipId));
  return {
    sides,
    people: people.map(({ id, name, organisation }) => ({ id, name, organisation })),
    projects,
  };
}

/** What an entry says to the score; null where it says nothing. */
export async function findEvidenceFact(tx: Tx, recordId: string): Promise<Fact | null> {
  const row = await tx.record.findUnique({
    where: { id: recordId },
    select: { ...baseSelect, evidence: { select: evidenceSelect } },
  });
  if (!row?.evidence) return null;
  const base = toBase(row);
  return toFact(base, toEntry(row.evidence, base));
}

async function findStanding(
  tx: Tx,
  actor: AreaActor,
  id: string,
): Promise<{ record: RecordBase; entry: Entry } | null> {
  const record = await findBase(tx, actor, id, { withGone: true });
  if (record?.kind !== "evidence" || record.binned) return null;
  const entry = await findEntry(tx, id, record);
  return entry && { record, entry };
}

function sidesOf(council: string | null): Sides {
  return {
    community: sideNameFirst("community", council),
    council: council === null ? "The council" : sideNameFirst("council", council),
  };
}

/** Names of whom and what an entry names, as far as this actor may see them. */
async function findNames(tx: Tx, actor: AreaActor, { kind, values }: Entry) {
  const links = linksOf(kind, values);
  const ids = (key: "personId" | "aboutId") =>
    links.map((link) => link[key]).filter((id): id is string => id !== null);
  const people = await tx.person.findMany({
    where: { id: { in: ids("personId") } },
    select: { id: true, name: true },
  });
  const projects = await tx.record.findMany({
    where: { AND: [{ id: { in: ids("aboutId") } }, visibleTo(actor)] },
    select: { id: true, title: true },
  });
  return {
    people: new Map(people.map(({ id, name }) => [id, name])),
    projects: new Map(projects.map(({ id, title }) => [id, title])),
  };
}

/** The short name of the council a record is about; null: all of the area's. */
async function findCouncil(tx: Tx, actor: AreaActor, relationshipId: string | null): Promise<string | null> {
  const [first, ...others] = liveTies(actor);
  const only = others.length === 0 ? first : undefined;
  const relationship = actor.relationships.find((r) => r.id === relationshipId) ?? only;
  if (!relationship) return null;
  const council = await tx.organisation.findUnique({
    where: { id: relationship.councilId },
    select: { shortName: true },
  });
  return council?.shortName ?? null;
}
