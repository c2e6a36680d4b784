import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";

import { journeyServerLog as LOG } from "../../run/counts.ts";

type Line = { to?: string; text?: string };

/** The newest mail to that address: a demonstration without a mail server shows what it would send in its log. */
export async function mailTo(address: string): Promise<string> {
  let text: string | undefined;
  await expect(() => {
    text = readLines().findLast(({ to }) => to === address)?.text;
    expect(text).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return text ?? "";
}

function readLines(): Line[] {
  return readFileSync(LOG, "utf8")
    .split("\n")
    .flatMap((line) => (line.startsWith("{") && line.endsWith("}") ? [JSON.parse(line) as Line] : []));
}
