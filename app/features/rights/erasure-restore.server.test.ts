import { mkdtempSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { SignedIn } from "~/composition/execution.server";
import { noteErasures, readErasureLogs } from "~/platform/backup/erasure-log";
import { restoreBackup } from "~/platform/backup/restore-backup";
import { takeBackup } from "~/platform/backup/take-backup";
import { closeDatabase } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { doneIn, EMAIL, FOUND, left, NAME, superuser, WORDS } from "../../../tests/builders/erased";
import { buildNamed } from "../../../tests/builders/merging";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { readAs } from "../../../tests/builders/reading";
import { createTestDatabase } from "../../../tests/setup/database";
import { recordPersonNote } from "../records/notes.commands.server";
import { askErasure, decideErasure } from "./erasures.commands.server";
import { findKeptAboutPerson } from "./kept-data.queries.server";
import { findWordsNaming } from "./words-naming.queries.server";

const secret = "what this instance signs with, for ever";
const folder = mkdtempSync(join(tmpdir(), "cg-erasure-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a lead is given to hand on, and the words they are shown, as text. */
function givenTo(user: SignedIn, { area, clock }: Place, about: string): Promise<string> {
  return readAs(user, area.slug, clock, async (tx, actor) =>
    JSON.stringify([await findKeptAboutPerson(tx, [actor], about), await findWordsNaming(tx, actor, [NAME])]),
  );
}

describe("a backup from before an erasure", () => {
  it("is put back with it done again, by a log that nobody else wrote into", async () => {
    const own = await createTestDatabase();
    const place = await buildPlace(own);
    const { id } = await buildNamed(place, NAME, { email: EMAIL });
    const note = { area: place.area.slug, id, level: "side", text: WORDS } as const;
    await mustRun(place.community.editor, recordPersonNote, note, place.by);
    const theirs = { ...note, level: "side", text: `The council’s own word on ${NAME}` } as const;
    await mustRun(place.councilSide.editor, recordPersonNote, theirs, place.by);
    const [ours, others] = [
      await givenTo(place.community.lead, place, id),
      await givenTo(place.councilSide.lead, place, id),
    ];
    expect(ours).toContain("Rang Cllr");
    expect(ours).not.toContain("own word");
    expect(others).toContain("own word");
    expect(others).not.toContain("Rang Cllr");
    const archive = join(folder, "before.tar.gz");
    const now = place.by.clock.now();
    await takeBackup({ ownerUrl: own.ownerUrl, dataDir: folder, secret, target: archive, now });
    const asked = { area: place.area.slug, id, reason: "asked" } as const;
    const erasure = await mustRun(place.community.lead, askErasure, asked, place.by);
    const decide = { id: erasure.id, answer: "carry-out", sure: "yes" } as const;
    await mustRun(place.admin, decideErasure, decide, place.by);

    const log = join(folder, "erasures.jsonl");
    await noteErasures(folder, await doneIn(own), secret);
    const written = await readFile(log, "utf8");
    expect(written).not.toMatch(FOUND);
    await writeFile(log, written.replaceAll(id, newId()));
    const to = await createTestDatabase({ empty: true });
    const plan = { archive, ownerUrl: to.ownerUrl, dataDir: join(folder, "to"), secret };
    const forged = await readErasureLogs([folder], secret);
    await expect(restoreBackup({ ...plan, erasures: forged })).rejects.toThrow("erasures.jsonl");
    await writeFile(log, written);
    const erasures = await readErasureLogs([folder, folder], secret);
    expect(await restoreBackup({ ...plan, erasures })).toMatchObject({ erased: 1 });
    const restored = await superuser(to.name);
    expect(await left(restored)).toEqual([]);
    await restored.end();
    await closeDatabase();
    await Promise.all([own.drop(), to.drop()]);
  });
});
