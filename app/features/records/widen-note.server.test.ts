import { describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { sayEvent } from "~/composition/wording.server";
import { mustRun, type Place } from "../../../tests/builders/place";
import { buildPlainRecord } from "../../../tests/builders/plain-record";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { withPlace } from "../../../tests/setup/with-place";
import { recordNote, reviseNote } from "./notes.commands.server";
import { findNotes } from "./notes.queries.server";
import { widenNote } from "./widen-note.commands.server";

let place: Place;
const clock = stoppedClock();
const by = { clock };

withPlace({ clock, county: true }, (built) => {
  place = built;
});

const TEXT = "Ask about the gate first.";

async function noteAt(level: "side" | "personal", council = "barley-borough") {
  const about = await buildPlainRecord(place.community.lead, { area: place.area.slug, council }, by);
  const { id } = await mustRun(place.community.editor, recordNote, { id: about, level, text: TEXT }, by);
  return { about, id };
}

const seenBy = (user: SignedIn, recordId: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => findNotes(tx, actor, { recordId }));

const widen = (user: SignedIn, id: string, to: string, revision = 1) =>
  runAs(user, widenNote, { id, to, revision }, by);

describe("widening a note", () => {
  it("shows a personal one to one's side, then a lead shows it to the other", async () => {
    const { about, id } = await noteAt("personal");
    expect(await seenBy(place.community.lead, about)).toEqual([]);
    expect((await widen(place.community.editor, id, "side")).status).toBe("done");
    expect(await seenBy(place.community.reader, about)).toMatchObject([{ text: TEXT, widen: null }]);
    expect(await seenBy(place.councilSide.lead, about)).toEqual([]);
    const reason = "They should know before the meeting";
    await mustRun(place.community.lead, widenNote, { id, to: "shared", revision: 2, reason }, by);
    expect(await seenBy(place.councilSide.reader, about)).toMatchObject([
      { text: TEXT, level: "shared", canChange: false, widen: null },
    ]);
    const county = place.county?.users.lead ?? place.admin;
    expect(await seenBy(county, about)).toEqual([]);
  });

  it("is in the history of whoever sees the note now", async () => {
    const { id } = await noteAt("side");
    await mustRun(place.community.lead, widenNote, { id, to: "shared", revision: 1, reason: "Agreed" }, by);
    const said = await readAs(place.councilSide.reader, place.area.slug, clock, async (tx) =>
      (await tx.event.findMany({ where: { subjectId: id } })).map((one) => sayEvent(one.command, one.data)),
    );
    expect(said).toEqual([`showed the note “${TEXT}” to both sides: Agreed`]);
  });

  it("says before who will see it, to those who may do it", async () => {
    const one = await noteAt("side");
    const all = await noteAt("side", "all");
    const widenOf = async (user: SignedIn, about: string) => (await seenBy(user, about))[0]?.widen;
    expect(await widenOf(place.community.lead, one.about)).toEqual({
      to: "shared",
      audience: "The partnership and Barley Borough will both see this.",
    });
    expect((await widenOf(place.community.lead, all.about))?.audience).toMatch(
      /Barley Borough and Barley County|Barley County and Barley Borough/,
    );
    expect(await widenOf(place.community.editor, one.about)).toBeNull();
    expect(await widenOf(place.community.reader, one.about)).toBeNull();
  });

  it("is refused to whoever is no lead, another side, or does not see it", async () => {
    const { id } = await noteAt("side");
    for (const user of [place.community.editor, place.community.reader])
      expect(await widen(user, id, "shared")).toMatchObject({ status: "forbidden" });
    expect((await widen(place.councilSide.lead, id, "shared")).status).toBe("absent");
    const own = await noteAt("personal");
    expect((await widen(place.community.lead, own.id, "side")).status).toBe("absent");
  });

  it("goes one step at a time and never back", async () => {
    const personal = await noteAt("personal");
    const { id } = await noteAt("side");
    expect((await widen(place.community.lead, id, "side")).status).toBe("invalid");
    expect((await widen(place.community.lead, id, "personal")).status).toBe("invalid");
    await mustRun(place.community.lead, widenNote, { id, to: "shared", revision: 1 }, by);
    for (const to of ["side", "personal", "shared"])
      expect((await widen(place.community.lead, id, to, 2)).status).toBe("invalid");
    expect((await widen(place.community.editor, personal.id, "shared")).status).toBe("forbidden");
    await expect(
      readAs(place.community.lead, place.area.slug, clock, (tx) =>
        tx.record.updateMany({ where: { id }, data: { level: "side" } }),
      ),
    ).rejects.toThrow(/not narrowed/);
  });

  it("never reaches further than what it is about", async () => {
    const own = { area: place.area.slug, council: "barley-borough", level: "side" } as const;
    const about = await buildPlainRecord(place.community.lead, own, by);
    const input = { id: about, level: "side", text: TEXT } as const;
    const { id } = await mustRun(place.community.lead, recordNote, input, by);
    expect((await seenBy(place.community.lead, about))[0]?.widen).toBeNull();
    expect((await widen(place.community.lead, id, "shared")).status).toBe("invalid");
  });

  it("shows the text that was read, not one written meanwhile", async () => {
    const { about, id } = await noteAt("side");
    await mustRun(place.community.editor, reviseNote, { id, revision: 1, text: "Not for them." }, by);
    expect(await widen(place.community.lead, id, "shared")).toEqual({
      status: "conflict",
      current: { text: "Not for them." },
    });
    expect(await seenBy(place.councilSide.lead, about)).toEqual([]);
  });

  it("is not of what is no note", async () => {
    const { about } = await noteAt("side");
    expect(
      await statusOf(place.community.lead, widenNote, { id: about, to: "shared", revision: 1 }, by),
    ).toBe("absent");
  });
});
