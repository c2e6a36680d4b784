import { describe, expect, it } from "vitest";
import { runAs } from "~/composition/execution.server";
import { todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { mustRun, type Place } from "../../../tests/builders/place";
import { buildToken } from "../../../tests/builders/program";
import { withPlace } from "../../../tests/setup/with-place";
import { tokenState } from "./token";
import { hashSent, makeToken } from "./token-secret.server";
import { makeApiToken, revokeApiToken } from "./tokens.commands.server";
import { findTokens } from "./tokens.queries.server";

let place: Place;
withPlace({}, (built) => {
  place = built;
});

const kept = () => {
  const { prefix, tokenHash } = makeToken();
  return { prefix, tokenHash };
};
const listOf = (userId: string) =>
  inTransaction(`user:${userId}`, todayBy(place.clock), (tx) => findTokens(tx, userId, todayBy(place.clock)));

describe("a token", () => {
  it("is 256 random bits, known again by how it begins, and nothing else is taken for one", () => {
    const { token, prefix, tokenHash } = makeToken();
    expect(Buffer.from(token.slice(3), "base64url")).toHaveLength(32);
    expect(token.startsWith(prefix)).toBe(true);
    expect(hashSent(token)).toBe(tokenHash);
    expect(makeToken().token).not.toBe(token);
    for (const other of ["", "cg_", `${token}x`, token.slice(0, -1), tokenHash, `xx${token.slice(2)}`])
      expect(hashSent(other)).toBeNull();
  });

  it.each([
    [{ revoked: false, lastDay: "2026-10-01" }, "live"],
    [{ revoked: false, lastDay: "2026-09-30" }, "ended"],
    [{ revoked: true, lastDay: "2026-10-01" }, "revoked"],
  ])("%j is %s", (token, state) => {
    expect(tokenState(token as never, todayBy(place.clock))).toBe(state);
  });
});

describe("making one", () => {
  it("gives it 90 days unless told otherwise, for all one's areas or one", async () => {
    const { reader } = place.community;
    await mustRun(reader, makeApiToken, { name: "All", access: "read", ...kept() }, place.by);
    const one = { name: "One", access: "write", area: place.area.slug, days: "365" } as const;
    await mustRun(reader, makeApiToken, { ...one, ...kept() }, place.by);
    const list = await listOf(reader.id);
    expect(
      list.map(({ name, access, area, lastDay, lastUsedOn, state }) => [
        name,
        access,
        area,
        lastDay,
        lastUsedOn,
        state,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["All", "read", null, "2026-12-30", null, "live"],
        ["One", "write", "Oakfield", "2027-10-01", null, "live"],
      ]),
    );
    expect(JSON.stringify(list)).not.toMatch(/[0-9a-f]{64}/);
  });

  it("makes one for research alone, of no area", async () => {
    const user = place.councilSide.reader;
    await mustRun(user, makeApiToken, { name: "R", access: "research", ...kept() }, place.by);
    expect(await listOf(user.id)).toMatchObject([{ name: "R", access: "research", area: null }]);
    const wrong = { name: "R", access: "research", area: place.area.slug, ...kept() };
    expect(await runAs(user, makeApiToken, wrong, place.by)).toMatchObject({
      status: "invalid",
      fields: { area: [expect.stringMatching(/no one area/)] },
    });
  });

  it.each([
    ["name", { name: "" }],
    ["name", { name: "x".repeat(201) }],
    ["access", { access: "all" }],
    ["days", { days: "366" }],
    ["area", { area: "elsewhere" }],
  ])("is refused for %s where it is %j", async (field, wrong) => {
    const input = { name: "A program", access: "read", ...kept(), ...wrong };
    const said = await runAs(place.community.editor, makeApiToken, input, place.by);
    expect(said).toMatchObject({ status: "invalid", fields: { [field]: [expect.any(String)] } });
    expect(await listOf(place.community.editor.id)).toEqual([]);
  });

  it("ends at twenty", async () => {
    for (let at = 0; at < 20; at++) await buildToken(place.councilSide.editor, place);
    const input = { name: "One more", access: "read", ...kept() };
    const said = await runAs(place.councilSide.editor, makeApiToken, input, place.by);
    expect(said).toMatchObject({ status: "invalid", fields: { "": [expect.stringMatching(/20 tokens/)] } });
  });
});

describe("ending one", () => {
  it("is for its owner alone, and twice is once", async () => {
    const { lead, reader } = place.community;
    const { id } = await buildToken(lead, place);
    for (const user of [reader, place.councilSide.lead, place.admin])
      expect(await runAs(user, revokeApiToken, { id }, place.by)).toEqual({ status: "absent" });
    await mustRun(lead, revokeApiToken, { id }, place.by);
    await mustRun(lead, revokeApiToken, { id }, place.by);
    expect(await listOf(lead.id)).toMatchObject([{ id, state: "revoked" }]);
    expect(await listOf(reader.id)).not.toContainEqual(expect.objectContaining({ id }));
  });
});
