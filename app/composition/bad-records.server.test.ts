import { describe, expect, it } from "vitest";
import { closeAsNotKept } from "~/features/commitments/commitment-endings.commands.server";
import { confirmCommitment, reportDone } from "~/features/commitments/commitment-outcomes.commands.server";
import { agreeVoid, askVoid, replyToRecord } from "~/features/records/records.commands.server";
import { todayBy } from "~/platform/clock";
import { mustRun, type Place } from "../../tests/builders/place";
import { buildPromise } from "../../tests/builders/promise";
import { readAs } from "../../tests/builders/reading";
import { withPlace } from "../../tests/setup/with-place";
import { findComponent } from "./component-page.server";
import { runAs } from "./execution.server";

// Records that came late, twice, with a day ahead, disputed or against each other, by the commands that people use: what the
// page of a component then says. What each does to the figure is held by the laws (scoring/laws-of-input.ts, laws.ts).
describe("what the page says of records that", () => {
  let place: Place;
  withPlace({}, (built) => {
    place = built;
  });

  /** The council's kept promises as the page of trust tells them. */
  async function kept() {
    const { community, by } = place;
    const question = { council: null, on: null, known: null, method: null };
    const page = await readAs(community.lead, "oakfield", by.clock, (tx, actor) =>
      findComponent(tx, actor, "trust", { question, today: todayBy(by.clock) }),
    );
    const told = page?.streams.find(({ id }) => id === "T1-council");
    return { says: told?.says ?? "", records: told?.records ?? [] };
  }
  const promise = (title: string, dueOn = "2026-08-01", madeOn = "2026-07-01") =>
    buildPromise(place.councilSide.lead, { area: "oakfield", title, dueOn, madeOn }, place.by);

  it("were entered months late: each counts by its own day, and the page says by how long that has passed", async () => {
    await promise("Entered late");
    const { says, records } = await kept();
    expect(says).toMatch(/^1 promise by Barley Borough .*61 days/);
    expect(records.map(({ title }) => title)).toEqual(["Entered late"]);
  });

  it("say that something was done on a day to come, or before it was promised: refused beside the day", async () => {
    const { councilSide, by } = place;
    const id = await promise("Done in the future");
    const said = (doneOn: string) => runAs(councilSide.lead, reportDone, { id, doneOn, note: "Done." }, by);
    expect(await said("2026-10-02")).toMatchObject({ fields: { doneOn: ["Enter today or an earlier day"] } });
    expect(await said("2026-06-30")).toMatchObject({
      fields: { doneOn: ["Enter a day on or after the promise was made"] },
    });
    expect((await kept()).records.map(({ title }) => title)).toContain("Done in the future");
  });

  it("were entered twice: both are listed, and one that both sides agree is void is there no more", async () => {
    const { community, councilSide, by } = place;
    const before = (await kept()).records.length;
    const [, second] = [await promise("Twice"), await promise("Twice")];
    const titles = async () => (await kept()).records.filter(({ title }) => title === "Twice");
    expect(await titles()).toHaveLength(2);
    await mustRun(councilSide.lead, askVoid, { id: second, reason: "Entered twice." }, by);
    expect(await titles()).toHaveLength(2);
    await mustRun(community.lead, agreeVoid, { id: second }, by);
    expect(await titles()).toHaveLength(1);
    expect((await kept()).says).toContain(`${before + 1} of ${before + 1} promises`);
  });

  it("one side disputes: said beside the record, and a promise is not kept by its own side’s word alone", async () => {
    const { community, councilSide, by } = place;
    const id = await promise("Disputed");
    const dispute = { id, text: "We see it otherwise.", disputes: true };
    await mustRun(community.lead, replyToRecord, dispute, by);
    const record = async () => (await kept()).records.find(({ title }) => title === "Disputed");
    expect(await record()).toMatchObject({ disputed: true });
    await mustRun(councilSide.lead, reportDone, { id, doneOn: "2026-07-30", note: "Done." }, by);
    // Disputed and said to be kept: open still, and in full (docs/method.md 2).
    expect(await record()).toMatchObject({ disputed: false, s: 0 });
  });

  it("contradict each other: not kept, and then done after all, is what was said last; confirmed, it stays", async () => {
    const { community, councilSide, by } = place;
    const id = await promise("Not kept, and kept");
    await mustRun(councilSide.lead, closeAsNotKept, { id, note: "We could not." }, by);
    const worth = async () => (await kept()).records.find(({ title }) => title === "Not kept, and kept")?.s;
    expect(await worth()).toBe(0);
    await mustRun(councilSide.lead, reportDone, { id, doneOn: "2026-09-01", note: "Done after all." }, by);
    expect(await worth()).toBeGreaterThan(0);
    await mustRun(community.lead, confirmCommitment, { id }, by);
    const again = await runAs(community.lead, closeAsNotKept, { id, note: "It was not." }, by);
    expect(again.status).not.toBe("done");
  });
});
