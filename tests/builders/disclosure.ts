import { beginDisclosure } from "~/composition/disclosures.commands.server";
import type { SignedIn } from "~/composition/execution.server";
import { canaryOf } from "./fixtures-records";
import { mustRun, type Place } from "./place";

/** What a lead's answer to somebody who asked holds, to look for. */
export const DISCLOSURE_CANARIES = ["number", "asked", "words"].map((text) =>
  canaryOf(`disclosure ${text}`, "side, community"),
);
const [NUMBER = "", ASKED = "", WORDS = ""] = DISCLOSURE_CANARIES;

/** Two answers of a lead's side: one over all its records, and one for which none was found, to finish. */
export async function buildDisclosures(
  { area, by }: Place,
  lead: SignedIn,
): Promise<{ full: string; empty: string }> {
  const asked = { area: area.slug, law: "information", receivedOn: "2026-01-01", asked: ASKED } as const;
  const full = await mustRun(lead, beginDisclosure, { ...asked, reference: NUMBER }, by);
  const empty = await mustRun(lead, beginDisclosure, { ...asked, reference: "FOI 2", words: WORDS }, by);
  return { full: full.id, empty: empty.id };
}
