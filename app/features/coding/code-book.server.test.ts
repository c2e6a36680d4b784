import { describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { toDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { buildRequest } from "../../../tests/builders/asked-request";
import { buildUser, mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { buildStudy } from "../../../tests/builders/study";
import { withPlace } from "../../../tests/setup/with-place";
import { CODE_THEMES } from "./code";
import { decideCode, proposeCode } from "./codes.commands.server";
import { findCodes, findDecidedCodes, findPutCodes } from "./coding.queries.server";
import { putCode } from "./codings.commands.server";

const TODAY = toDay("2026-10-01");
let place: Place;
let researcher: SignedIn;

withPlace({}, async (built) => {
  place = built;
  researcher = await buildUser("Rae Researcher");
  await buildStudy(place, { members: [researcher] });
});

const ask = (user: SignedIn) => buildRequest(user, { area: place.area.slug }, place.by);
const codesOn = (recordId: string) =>
  readAs(place.community.reader, place.area.slug, place.clock, async (tx) => {
    const put = await findPutCodes(tx, recordId);
    return put.map(({ code }) => code.slug);
  });

describe("the code book", () => {
  const asked = {
    theme: "legacy",
    label: "A trust of their own",
    says: "A trust is founded to go on.",
  } as const;
  const statesOf = (user: SignedIn, label: string) =>
    inTransaction(`user:${user.id}`, TODAY, async (tx) => {
      const all = await findDecidedCodes(tx, ["proposed", "accepted", "declined", "retired"]);
      return all.filter((code) => code.label === label).map(({ state }) => state);
    });

  it("begins with codes of every theme, each with what it says", async () => {
    const codes = await inTransaction(`user:${place.community.reader.id}`, TODAY, findCodes);
    expect([...new Set(codes.map(({ theme }) => theme))]).toEqual([...CODE_THEMES]);
    expect(new Set(codes.map(({ slug }) => slug)).size).toBe(26);
    for (const code of codes) expect(code.says.length).toBeGreaterThan(20);
  });

  it("grows by what researchers propose and an admin accepts; until then it is theirs", async () => {
    const { community, admin, by } = place;
    const { id, slug } = await mustRun(researcher, proposeCode, asked, by);
    expect(slug).toBe("legacy-a-trust-of-their-own");
    expect(await statesOf(researcher, asked.label)).toEqual(["proposed"]);
    expect(await statesOf(community.lead, asked.label)).toEqual([]);
    const record = await ask(community.editor);
    expect(await statusOf(community.editor, putCode, { id: record, code: slug }, by)).toBe("invalid");
    expect(await statusOf(researcher, decideCode, { id, revision: 1, decision: "accept" }, by)).toBe(
      "forbidden",
    );
    expect(await statusOf(community.lead, decideCode, { id, revision: 1, decision: "accept" }, by)).toBe(
      "absent",
    );
    expect(await statusOf(admin, decideCode, { id, revision: 1, decision: "accept" }, by)).toBe("done");
    expect(await statusOf(community.editor, putCode, { id: record, code: slug }, by)).toBe("done");
    expect(
      await statusOf(admin, decideCode, { id, revision: 1, decision: "decline", reason: "No" }, by),
    ).toBe("conflict");
    const retire = { id, revision: 2, decision: "retire" } as const;
    expect(await runAs(admin, decideCode, retire, by)).toMatchObject({
      status: "invalid",
      fields: { reason: [expect.any(String)] },
    });
    expect(
      await statusOf(admin, decideCode, { ...retire, reason: "Nobody could tell it from another." }, by),
    ).toBe("done");
    expect(await statesOf(community.lead, asked.label)).toEqual(["retired"]);
    expect(await codesOn(record)).toEqual([slug]);
    const other = await ask(community.editor);
    expect(await statusOf(community.editor, putCode, { id: other, code: slug }, by)).toBe("invalid");
  });

  it("takes proposals of who is in an open study, and of admins", async () => {
    const { community, councilSide, outside, admin, by } = place;
    for (const user of [community.lead, councilSide.lead, outside.communityLead])
      expect(await statusOf(user, proposeCode, asked, by)).toBe("forbidden");
    const over = { clock: clockAt("2028-01-01T12:00:00Z") };
    expect(await statusOf(researcher, proposeCode, { ...asked, label: "Too late" }, over)).toBe("forbidden");
    expect(await statusOf(admin, proposeCode, { ...asked, label: "Of an admin" }, by)).toBe("done");
  });

  it.each([
    ["theme", { theme: "weather" }, "Choose what it is about"],
    ["label", { label: " " }, "Enter what the code is called"],
    ["label", { label: "x".repeat(201) }, "Use 200 characters or fewer"],
    ["label", { label: "soft CHANGE", theme: "change" }, "There is a code of this name already"],
    ["says", { says: "" }, "Write in one sentence when to use it"],
  ])("refuses a wrong %s beside it", async (field, change, words) => {
    const outcome = await runAs(researcher, proposeCode, { ...asked, label: "Another", ...change }, place.by);
    expect(outcome).toEqual({ status: "invalid", fields: { [field]: [words] } });
  });

  it("names two of one name apart, also where one is not the proposer's to see", async () => {
    const { admin, by } = place;
    const same = { ...asked, label: "Of the same name" };
    const first = await mustRun(admin, proposeCode, same, by);
    const second = await mustRun(researcher, proposeCode, same, by);
    expect(second.slug).toBe(`${first.slug}-2`);
  });

  it("says why something was declined to whoever proposed it", async () => {
    const { admin, by } = place;
    const { id } = await mustRun(researcher, proposeCode, { ...asked, label: "Declined" }, by);
    const decline = { id, revision: 1, decision: "decline" } as const;
    expect(await statusOf(admin, decideCode, decline, by)).toBe("invalid");
    expect(await statusOf(admin, decideCode, { ...decline, reason: "There is one like it." }, by)).toBe(
      "done",
    );
    expect(await statusOf(admin, decideCode, { id, revision: 2, decision: "accept" }, by)).toBe("invalid");
    const all = await inTransaction(`user:${researcher.id}`, TODAY, (tx) =>
      findDecidedCodes(tx, ["declined"]),
    );
    expect(all.find((code) => code.id === id)?.reason).toBe("There is one like it.");
  });
});
