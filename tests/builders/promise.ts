import type { z } from "zod";
import type { Circumstances, SignedIn } from "~/composition/execution.server";
import { reportDone } from "~/features/commitments/commitment-outcomes.commands.server";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { mustRun } from "./place";

type Promised = Partial<z.input<typeof recordCommitment.input>> & { area: string };

/** A promise of the user's own side, due on 1 November 2026 unless told otherwise; gives its id. */
export async function buildPromise(user: SignedIn, promise: Promised, by: Circumstances): Promise<string> {
  const input = { bySide: "ours" as const, title: "Mend the gate", dueOn: "2026-11-01", ...promise };
  return (await mustRun(user, recordCommitment, input, by)).id;
}

/** The same, said to be done today by the user. */
export async function buildDonePromise(
  user: SignedIn,
  promise: Promised,
  by: Circumstances,
): Promise<string> {
  const id = await buildPromise(user, promise, by);
  await mustRun(user, reportDone, { id, doneOn: "today", note: "The gate hangs again." }, by);
  return id;
}
