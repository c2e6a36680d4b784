import type { Circumstances, SignedIn } from "~/composition/execution.server";
import { answerEvidence } from "~/features/evidence/answer-evidence.commands.server";
import { kindOf } from "~/features/evidence/evidence";
import { recordEvidence } from "~/features/evidence/record-evidence.commands.server";
import { told } from "~/features/evidence/telling";
import { todayBy } from "~/platform/clock";
import { mustRun } from "./place";

type Entered = Readonly<Record<string, unknown>> & { area: string; council?: string };

/** What recording the example of a kind takes, with changes. */
export function entryInput(kind: string, entered: Entered, { clock }: Pick<Circumstances, "clock">) {
  return { kind, ...told(kindOf(kind), kindOf(kind).example.fields, todayBy(clock)), ...entered };
}

/** A disagreement its own side opened and closed: its page shows every text there is, and may be changed. */
export async function buildClosedEntry(user: SignedIn, where: Entered, by: Circumstances): Promise<string> {
  const id = await buildEntry(user, "disagreement", where, by);
  const ending = { id, outcome: "settled", words: "We talked.", on: "today" };
  await mustRun(user, answerEvidence, ending, by);
  return id;
}

/** The example of a kind, recorded by the user's side, and its id. */
export async function buildEntry(
  user: SignedIn,
  kind: string,
  entered: Entered,
  by: Circumstances,
): Promise<string> {
  const { id } = await mustRun(user, recordEvidence, entryInput(kind, entered, by), by);
  return id;
}
