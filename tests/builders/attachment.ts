import type { Circumstances, SignedIn } from "~/composition/execution.server";
import { attachFile } from "~/features/records/attachments.commands.server";
import { keep, putAside } from "~/platform/files.server";
import { mustRun } from "./place";

/** Puts a small file that both sides see on a shared record, bytes and all; gives its id. */
export async function attachBytes(user: SignedIn, recordId: string, by: Circumstances): Promise<string> {
  const incoming = await putAside(new TextEncoder().encode(`A plan, ${recordId}`));
  const { bytes, sha256 } = incoming;
  const file = { id: recordId, level: "shared", name: "plan.txt", type: "text", bytes, sha256 } as const;
  const { id } = await mustRun(user, attachFile, file, by);
  await keep(incoming, { id, sha256 });
  return id;
}
