import { describe, expect, it } from "vitest";
import { authenticatorAddress, codeAt, matchCode, stepOf, toBase32 } from "./totp.server";

// RFC 6238, appendix B: the last six of its eight figures.
const SECRET = Buffer.from("12345678901234567890");

describe("a code", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
  ])("at second %i is %s, as the standard has it", (seconds, code) => {
    const now = new Date(seconds * 1_000);
    expect(codeAt(SECRET, stepOf(now))).toBe(code);
    expect(matchCode(SECRET, code, now)).toBe(stepOf(now));
  });

  it.each([
    ["half a minute early", -30, true],
    ["half a minute late", 30, true],
    ["a minute early", -60, false],
    ["a minute late", 60, false],
  ])("typed by a clock that is %s counts: %s s, %s", (_, off, counts) => {
    const now = new Date(1_234_567_890_000);
    const code = codeAt(SECRET, stepOf(new Date(now.getTime() + off * 1_000)));
    expect(matchCode(SECRET, code, now) !== null).toBe(counts);
  });

  it.each(["", "00592", "0059240", "abcdef", "००५९२४", "005924 "])("is not %j", (code) => {
    expect(matchCode(SECRET, code, new Date(1_234_567_890_000))).toBeNull();
  });
});

it("is set up by the address that apps read", () => {
  expect(toBase32(SECRET)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  expect(toBase32(Buffer.from("f"))).toBe("MY");
  expect(authenticatorAddress(SECRET, "a+b@test.example")).toBe(
    "otpauth://totp/Common%20Ground%3Aa%2Bb%40test.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Common%20Ground",
  );
});
