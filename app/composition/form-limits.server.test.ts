import { describe, expect, it } from "vitest";
import { formOf } from "./request.server";

const TYPE = "application/x-www-form-urlencoded";

/** The status a body is refused with, or the names of what was read. */
async function read(body: BodyInit, type: string | null = TYPE): Promise<number | number[] | string[]> {
  const headers = type === null ? {} : { "Content-Type": type };
  const request = new Request("http://localhost:3000/", { method: "POST", body, headers });
  try {
    return [...(await formOf(request)).keys()];
  } catch (refused) {
    return (refused as { init: { status: number } }).init.status;
  }
}

const fields = (many: number) => Array.from({ length: many }, (_, at) => `f${at % 900}=x`).join("&");

describe("a form that is read", () => {
  it("is one that a page of ours can send", async () => {
    expect(await read("title=A+gate&theirs%5B59%5D.person=Olu")).toEqual(["title", "theirs[59].person"]);
    expect(await read(fields(3_000))).toHaveLength(3_000);
    expect(await read(`text=${"x".repeat(1_000_000)}`)).toEqual(["text"]);
  });

  it.each([
    ["more fields than any of ours", fields(3_001)],
    ["a row far down a list, which would be filled up to there", "rows[99999].text=x"],
    ["a name longer than any of ours", `${"n".repeat(121)}=x`],
  ])("is not one with %s", async (_what, body) => {
    expect(await read(body)).toBe(400);
  });

  it("is not larger than ten megabytes, whatever it says of its length", async () => {
    const part = new Uint8Array(1_000_000).fill(120);
    let sent = 0;
    const endless = new ReadableStream({
      pull(stream) {
        sent += 1;
        stream.enqueue(part);
      },
    });
    const request = new Request("http://localhost:3000/", {
      method: "POST",
      body: endless,
      headers: { "Content-Type": TYPE },
      duplex: "half",
    } as RequestInit);
    await expect(formOf(request)).rejects.toMatchObject({ init: { status: 400 } });
    expect(sent).toBeLessThan(16);
  });

  it.each([["application/json"], ["text/plain"], ["multipart/form-data; boundary=none"], [null]])(
    "is not one of another kind (%s)",
    async (type) => {
      expect(await read('{"a":1}', type)).toBe(400);
    },
  );
});
