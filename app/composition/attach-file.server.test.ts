import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { removeFile } from "~/features/records/attachments.commands.server";
import { findAttachments, findDownload } from "~/features/records/attachments.queries.server";
import { recordNote } from "~/features/records/notes.commands.server";
import { binRecord } from "~/features/records/records.commands.server";
import { todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { isKept, keep, openKept, putAside } from "~/platform/files.server";
import { newId } from "~/platform/ids";
import { ReadScope } from "~/platform/read-scope.server";
import { buildRequest } from "../../tests/builders/asked-request";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { readAs, statusOf } from "../../tests/builders/reading";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { attachSent, readFileForm, requireAttach } from "./attach-file.server";
import type { SignedIn } from "./execution.server";
import { keepingWith } from "./keep-sent-file.server";
import { clearFiles } from "./sweep-files.server";
import { visitContext } from "./visit.server";

const folder = mkdtempSync(join(tmpdir(), "cg-files-"));
vi.mock(import("~/platform/environment.server"), async (load) => {
  const actual = await load();
  return { ...actual, getEnvironment: () => ({ ...actual.getEnvironment(), DATA_DIR: folder }) };
});

let db: TestDatabase;
let place: Place;
const clock = stoppedClock();
const by = { clock };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock, county: true });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
  rmSync(folder, { recursive: true });
});

function contextOf(user: SignedIn): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(visitContext, { user, scope: new ReadScope(`user:${user.id}`, todayBy(clock)), clock });
  return context;
}

const PDF = "%PDF-1.7 a plan";

/** Sends a file from a form; what came of it: the problem beside the file, or "done". */
async function send(
  user: SignedIn,
  id: string,
  { name = "plan.pdf", content = PDF as BlobPart, level = "shared", key = newId() } = {},
): Promise<string> {
  const form = new FormData();
  form.set("file", new File([content], name));
  form.set("level", level);
  form.set("idempotencyKey", key);
  try {
    const answer = await attachSent(contextOf(user), form, id, { to: "/there", message: "There" });
    return JSON.stringify(answer.data.lastResult.error);
  } catch (thrown) {
    return thrown instanceof Response ? "done" : JSON.stringify(thrown);
  }
}

const ask = () =>
  buildRequest(place.community.editor, { area: place.area.slug, council: "barley-borough" }, by);
const filesFor = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => findAttachments(tx, actor, id, clock.now()));
const download = (user: SignedIn, id: string, fileId: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => findDownload(tx, actor, id, fileId));
const aside = () =>
  existsSync(join(folder, "files/incoming")) ? readdirSync(join(folder, "files/incoming")) : [];

describe("a file on a record", () => {
  it("is there for both sides, byte for byte, under its own name", async () => {
    const id = await ask();
    expect(await send(place.community.editor, id)).toBe("done");
    const [file] = await filesFor(place.councilSide.reader, id);
    expect(file).toMatchObject({ name: "plan.pdf", type: "pdf", bytes: PDF.length, level: "shared" });
    const found = await download(place.councilSide.reader, id, file?.id ?? "");
    const kept = found && (await openKept(found));
    expect(kept && (await new Response(kept.body).text())).toBe(PDF);
    expect(aside()).toEqual([]);
  });

  it("of one side is out of the other's reach, and so is one of a side's own record", async () => {
    const id = await ask();
    await send(place.community.editor, id, { level: "side" });
    const [file] = await filesFor(place.community.reader, id);
    expect(await filesFor(place.councilSide.lead, id)).toEqual([]);
    expect(await download(place.councilSide.lead, id, file?.id ?? "")).toBeNull();
    const note = (await mustRun(place.community.editor, recordNote, { id, level: "side", text: "Ours" }, by))
      .id;
    await send(place.community.editor, note, { level: "shared" });
    const [own] = await filesFor(place.community.reader, note);
    expect(own?.level).toBe("side");
    expect(await download(place.councilSide.lead, note, own?.id ?? "")).toBeNull();
    const rows = await readAs(place.councilSide.lead, place.area.slug, clock, (tx) =>
      tx.attachment.count({ where: { recordId: { in: [id, note] } } }),
    );
    expect(rows).toBe(0);
    const events = await readAs(place.councilSide.lead, place.area.slug, clock, (tx) =>
      tx.event.count({ where: { command: "records.attach", subjectId: { in: [id, note] } } }),
    );
    expect(events).toBe(0);
  });

  it.each([
    ["lies about its type", { name: "photo.png" }, "Its name does not fit what is in it"],
    ["is a program", { name: "plan.pdf", content: "MZ\u0000\u0001" }, "none of these"],
    ["is a page in disguise", { name: "note.txt", content: "<html><script>" }, "none of these"],
    ["is empty", { content: "" }, "That file is empty"],
    ["has no name", { name: "" }, "Choose a file"],
    ["is too large", { content: new Uint8Array(10_000_001) as BlobPart }, "Choose a file of 10 MB or less"],
  ])("that %s is refused, and leaves nothing behind", async (_what, change, words) => {
    const id = await ask();
    expect(await send(place.community.editor, id, change)).toContain(words);
    expect(await filesFor(place.community.editor, id)).toEqual([]);
    expect(aside()).toEqual([]);
  });

  it("larger than any that is taken is not even read", async () => {
    const request = (length: number) =>
      new Request("http://localhost/", {
        method: "POST",
        body: "x",
        headers: { "Content-Length": String(length) },
      });
    expect(await readFileForm(request(10_200_000))).toBeNull();
    const answer = await attachSent(contextOf(place.community.editor), null, await ask(), {
      to: "",
      message: "",
    });
    expect(answer.data.lastResult.error?.file).toEqual(["Choose a file of 10 MB or less"]);
  });

  it("is not for readers, other councils and other areas, and what they sent goes again", async () => {
    const id = await ask();
    expect(await send(place.community.reader, id)).toContain("403");
    for (const user of [place.county?.users.lead ?? place.admin, place.outside.communityLead, place.admin]) {
      expect(await send(user, id)).toContain("404");
      await expect(requireAttach(contextOf(user), place.area.slug, id)).rejects.toMatchObject({
        init: { status: 404 },
      });
    }
    expect(aside()).toEqual([]);
  });

  it("sent twice is there once", async () => {
    const [id, key] = [await ask(), newId()];
    expect(await send(place.community.editor, id, { key })).toBe("done");
    expect(await send(place.community.editor, id, { key })).toBe("done");
    const files = await filesFor(place.community.editor, id);
    expect(files).toHaveLength(1);
    expect(aside()).toEqual([]);
  });

  it("goes with its record into the bin", async () => {
    const id = await ask();
    await send(place.community.editor, id);
    const [file] = await filesFor(place.community.editor, id);
    await mustRun(place.community.editor, binRecord, { id }, by);
    for (const user of [place.community.editor, place.councilSide.lead])
      expect(await download(user, id, file?.id ?? "")).toBeNull();
  });

  it("is taken away by its own side: for a day where both see it, at any time where they alone do", async () => {
    const id = await ask();
    await send(place.community.editor, id);
    await send(place.community.editor, id, { level: "side", name: "ours.pdf" });
    const files = await filesFor(place.community.editor, id);
    const [shared, own] = ["shared", "side"].map((level) => files.find((file) => file.level === level));
    const remove = (user: SignedIn, file?: { id: string }) =>
      statusOf(user, removeFile, { id, fileId: file?.id ?? "" }, by);
    expect(await remove(place.councilSide.lead, shared)).toBe("forbidden");
    expect(await remove(place.councilSide.lead, own)).toBe("absent");
    expect(await remove(place.community.reader, own)).toBe("forbidden");
    clock.passDays(1);
    expect(await remove(place.community.editor, shared)).toBe("invalid");
    expect(await remove(place.community.editor, own)).toBe("done");
    expect(await filesFor(place.community.editor, id)).toHaveLength(1);
  });
});

describe("what a save left aside", () => {
  it("is moved to its place where its row was written, and goes where it was not", async () => {
    const id = await ask();
    await send(place.community.editor, id, { content: "%PDF-1.7 saved, not moved" });
    const [file] = await filesFor(place.community.editor, id);
    const found = await download(place.community.editor, id, file?.id ?? "");
    if (!found) throw new Error("the file is there");
    rmSync(join(folder, "files", found.id.slice(-2), `${found.id}-${found.sha256}`));
    const left = await putAside(new TextEncoder().encode("%PDF-1.7 saved, not moved"));
    const orphan = await putAside(new TextEncoder().encode("%PDF-1.7 never saved"));
    const fresh = await putAside(new TextEncoder().encode("%PDF-1.7 being saved"));
    const old = new Date(clock.now().getTime() - 2 * 3_600_000);
    for (const { path } of [left, orphan]) utimesSync(path, old, old);
    utimesSync(fresh.path, clock.now(), clock.now());
    expect(await clearFiles(clock)).toBe(false);
    expect(aside()).toEqual([fresh.path.split("/").at(-1)]);
    expect(await openKept(found)).not.toBeNull();
    await keep(fresh, { id: newId(), sha256: fresh.sha256 });
  });

  /** The row of a saved file whose bytes are not where they belong. */
  async function unmoved(content: string) {
    const id = await ask();
    await send(place.community.editor, id, { content });
    const [file] = await filesFor(place.community.editor, id);
    const found = await download(place.community.editor, id, file?.id ?? "");
    if (!found) throw new Error("the file is there");
    rmSync(join(folder, "files", found.id.slice(-2), `${found.id}-${found.sha256}`));
    return found;
  }

  it("stays where nobody knows whether its row was written, and is read from there", async () => {
    const content = "%PDF-1.7 the database went away";
    const found = await unmoved(content);
    const incoming = await putAside(new TextEncoder().encode(content));
    const lost = { data: null, init: { status: 503 } };
    await expect(keepingWith(incoming, () => Promise.reject(lost))).rejects.toBe(lost);
    const kept = await openKept(found);
    expect(kept && (await new Response(kept.body).text())).toBe(content);
    // Whoever put it there may still move it.
    await keep(incoming, found);
    expect(aside()).toEqual([]);
  });

  it("is given to the row that lacks it, of several with the same content", async () => {
    const content = "%PDF-1.7 the same twice";
    await send(place.community.editor, await ask(), { content });
    const found = await unmoved(content);
    await putAside(new TextEncoder().encode(content));
    expect(await clearFiles(clock)).toBe(true);
    expect([await isKept(found), aside()]).toEqual([true, []]);
  });
});
