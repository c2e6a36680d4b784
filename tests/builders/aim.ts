import type { z } from "zod";
import type { Circumstances, SignedIn } from "~/composition/execution.server";
import { stateAim } from "~/features/aims/aims.commands.server";
import { mustRun } from "./place";

type Stated = Partial<z.input<(typeof stateAim)["input"]>> & { area: string };

/** An aim stated today by the user's side, its own unless said otherwise, and its id. */
export async function buildAim(user: SignedIn, aim: Stated, by: Circumstances): Promise<string> {
  const stated = { whose: "ours" as const, title: "Young people have somewhere to go after dark", ...aim };
  return (await mustRun(user, stateAim, stated, by)).id;
}
