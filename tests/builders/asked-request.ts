import type { z } from "zod";
import type { Circumstances, SignedIn } from "~/composition/execution.server";
import { askRequest } from "~/features/requests/ask-request.commands.server";
import { mustRun } from "./place";

type Asked = Partial<z.input<(typeof askRequest)["input"]>> & { area: string };

/** A request asked today by the user's side, and its id. */
export async function buildRequest(user: SignedIn, request: Asked, by: Circumstances): Promise<string> {
  const { id } = await mustRun(
    user,
    askRequest,
    { title: "Who mends the lights in the park?", askedOn: "today", ...request },
    by,
  );
  return id;
}
