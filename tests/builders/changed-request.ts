import type { SignedIn } from "~/composition/execution.server";
import { reviseRequest } from "~/features/requests/ask-request.commands.server";
import { todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { buildRequest } from "./asked-request";
import { mustRun } from "./place";

type By = Parameters<typeof mustRun>[3];

/** A request whose title was changed, with the entry of the log that says so. */
export async function buildChanged(
  author: SignedIn,
  where: { area: string; council?: string },
  by: By,
): Promise<{ id: string; entry: string }> {
  const id = await buildRequest(author, { ...where, title: "As it was" }, by);
  const changed = { title: "As it is", detail: null, targetOn: "2030-01-01" };
  await mustRun(author, reviseRequest, { id, revision: 1, ...changed }, by);
  const entry = await inTransaction(`user:${author.id}`, todayBy(by.clock), (tx) =>
    tx.event.findFirstOrThrow({
      where: { subjectId: id, command: reviseRequest.id },
      select: { id: true },
    }),
  );
  return { id, entry: entry.id };
}
