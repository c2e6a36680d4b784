import { afterEach, describe, expect, it } from "vitest";
import { checkSetupCode, forgetSetupCode, newSetupCode } from "./setup-code.server";

afterEach(forgetSetupCode);

describe("the code that opens /setup", () => {
  it("is right as printed, in small letters and without hyphens", () => {
    const code = newSetupCode();
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(checkSetupCode(code)).toBe(true);
    expect(checkSetupCode(` ${code.toLowerCase().replaceAll("-", "")} `)).toBe(true);
  });

  it("is no other text, not the code of before, and none where none was made", () => {
    expect(checkSetupCode("")).toBe(false);
    const before = newSetupCode();
    newSetupCode();
    expect(checkSetupCode(before)).toBe(false);
    expect(checkSetupCode("")).toBe(false);
  });

  it("is closed after twenty wrong ones, and once it was used", () => {
    const code = newSetupCode();
    for (let n = 0; n < 20; n++) expect(checkSetupCode(`WRONG-${n}`)).toBe(false);
    expect(checkSetupCode(code)).toBe(false);
    const next = newSetupCode();
    expect(checkSetupCode(next)).toBe(true);
    forgetSetupCode();
    expect(checkSetupCode(next)).toBe(false);
  });
});
