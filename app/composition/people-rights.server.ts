import { type AreaActor, actorsOf } from "~/features/identity/actor";
import { findPersonPage } from "~/features/people/person-page.queries.server";
import { canLead } from "~/features/records/record.policy";
import { ANSWER_DAYS, type ErasureReach, isSamePlace } from "~/features/rights/erasure";
import {
  type AskedErasure,
  type ErasureRow,
  findAskedErasure,
  findDecidedErasures,
  findDoneErasures,
  findNotCut,
  findOpenErasures,
  findOwnErasure,
  isHeldBy,
  previewErasure,
} from "~/features/rights/erasures.queries.server";
import { findToldAreas } from "~/features/rights/erasures-elsewhere.queries.server";
import {
  findIdsAboutPerson,
  findKeptAboutAccount,
  findKeptAboutPerson,
  findKeptBySigningIn,
} from "~/features/rights/kept-data.queries.server";
import { findWordsNaming } from "~/features/rights/words-naming.queries.server";
import { noteErasures } from "~/platform/backup/erasure-log";
import { addDays, daysBetween } from "~/platform/calendar/day";
import { inTransaction, type Tx } from "~/platform/db.server";
import { getEnvironment, getSessionSecret } from "~/platform/environment.server";
import { readAdmin } from "./admin.server";
import { findFilesToCheck } from "./files-to-check.server";
import { titlesOf } from "./record-titles.server";
import { forbidden, notFound, read, readArea } from "./request.server";

type Context = Parameters<typeof read>[0];

/** Words on a page: enough to know whom they mean. */
const EXCERPT = 400;
/** Lines of what was decided that an admin's page goes back to. */
const DECIDED = 50;

/** All that an organisation holds about somebody of the register, for its lead; 404 and 403 as the page has it. */
export async function loadPersonData(context: Context, area: string, id: string) {
  return readArea(context, area, async (actor, { tx, today }) => {
    const allowed = canLead(actor);
    if (allowed !== true) return forbidden(allowed);
    const person = (await findPersonPage(tx, actor, id, today)) ?? notFound();
    if (person.erased) return notFound();
    const { name, email, phone } = person;
    const words = await findWordsOf(tx, actor, [name, email, phone]);
    const erasure = await findAskedErasure(tx, { personId: id, areaId: actor.areaId }, words);
    const records = words.flatMap((one) => one.recordId ?? []);
    const files = await findFilesToCheck(tx, actor, [
      ...records,
      ...(await findIdsAboutPerson(tx, [actor], id)),
    ]);
    return {
      person: { id, name },
      today,
      organisation: await findNameOf(tx, actor.organisationId),
      sections: await findKeptAboutPerson(tx, [actor], id),
      words: words.map(({ recordId: _, ...one }) => ({
        ...one,
        alone: erasure?.leftAlone.some((place) => isSamePlace(place, one)) ?? false,
      })),
      files: files.map((file) => ({
        ...file,
        lookedOn: erasure?.files.find((one) => one.file === file.id)?.on ?? null,
      })),
      removed: erasure?.files.filter(({ found }) => found === "removed").length ?? 0,
      notCut: await findNotCut(tx, [name, email, phone], id),
      isHeld: await isHeldBy(tx, actor.organisationId, id),
      erasure: erasure && toShown(erasure),
    };
  });
}

/** What was asked for, and by when an area that was told has to answer. */
function toShown({ id, askedOn, reason, toldOn, waits }: AskedErasure) {
  return { id, askedOn, reason, toldOn, answerBy: waits && toldOn ? addDays(toldOn, ANSWER_DAYS) : null };
}

async function findNameOf(tx: Tx, id: string): Promise<string> {
  return (await tx.organisation.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;
}

async function findWordsOf(tx: Tx, actor: AreaActor, names: readonly (string | null)[]) {
  const found = await findWordsNaming(tx, actor, names);
  const titles = await titlesOf(
    tx,
    actor,
    found.flatMap(({ record }) => record ?? []),
  );
  return found.map(({ place, name, key, record, words }) => ({
    ...{ place, name, key },
    words: words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words,
    record: (record && titles.get(record)) || null,
    recordId: record,
  }));
}

/** All that is kept about whoever is signed in: their account, what they wrote, and who they are in the register. */
export async function loadOwnData(context: Context) {
  const { today, personId, ...kept } = await read(context, async (actor, { tx, today }) => {
    const account = await tx.user.findUnique({ where: { id: actor.userId }, select: { personId: true } });
    return {
      today,
      userId: actor.userId,
      name: actor.name,
      demo: actor.demo,
      personId: account?.personId ?? null,
      sections: await findKeptAboutAccount(tx, actor.userId),
      person: account?.personId ? await findKeptAboutPerson(tx, actorsOf(actor), account.personId) : [],
      erasure: await findOwnErasure(tx, actor.userId),
    };
  });
  const signingIn = await inTransaction("auth", today, (tx) => findKeptBySigningIn(tx, kept.userId));
  const { name, demo, erasure } = kept;
  return {
    ...{ name, demo, today },
    asked: erasure?.askedOn ?? null,
    sections: [...kept.sections, ...signingIn, ...kept.person],
  };
}

/** Why somebody does not decide an erasure themselves: it is about them, or they asked for it. Null: they may. */
function notByThem({ userId, askedById }: ErasureRow, actorId: string): "about" | "asked" | null {
  if (userId === actorId) return "about";
  return askedById === actorId ? "asked" : null;
}

/** What waits for an admin to decide, what was decided, and the reach of the one that is looked at: numbers alone. */
export function loadErasures(context: Context, id: string | null) {
  return readAdmin(context, async (actor, { tx, today }) => {
    const open = await findOpenErasures(tx);
    const chosen: ErasureRow | null = open.find((one) => one.id === id) ?? null;
    const reach: ErasureReach | null = chosen && (await previewErasure(tx, chosen.id));
    return {
      open,
      decided: await findDecidedErasures(tx, DECIDED),
      told: (await findToldAreas(tx, DECIDED)).map((one) => ({
        ...one,
        days: daysBetween(one.toldOn, one.answeredOn ?? today),
      })),
      chosen: chosen && reach ? { ...chosen, notByThem: notByThem(chosen, actor.userId), reach } : null,
    };
  });
}

/** Notes what was erased beside the backups, so that one that is put back is erased again. Read anew: it was just written. */
export async function keepErasureLog(context: Context): Promise<void> {
  const { userId, today } = await readAdmin(context, async ({ userId }, { today }) => ({ userId, today }));
  const done = await inTransaction(`user:${userId}`, today, (tx) => findDoneErasures(tx));
  await noteErasures(getEnvironment().BACKUP_DIR, done, getSessionSecret());
}
