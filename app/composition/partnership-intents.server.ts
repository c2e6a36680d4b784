import { putBack, takeOff } from "~/features/partnership/lines.commands.server";
import {
  keepInterest,
  keepMending,
  keepPlan,
  keepPolicy,
} from "~/features/partnership/papers.commands.server";
import { idSchema } from "~/platform/ids";
import { intentOf, notFound, submit } from "./request.server";

type Context = Parameters<typeof submit>[0];
type Sent = { area: string; form: FormData; to: string };

/** What a list of the partnership's own can be asked to do: add, change and take off a line. */
export async function handlePaperIntent(
  context: Context,
  paper: "policy" | "interest" | "plan",
  { area, form, to }: Sent,
) {
  const done = (message: string) => () => ({ to, message });
  const [verb, of] = intentOf(form).split(":");
  if (verb === "add" || verb === "change") {
    const fixed = verb === "add" ? { area } : { area, id: idSchema.safeParse(of).data ?? notFound() };
    if (paper === "policy") return submit(context, form, keepPolicy, fixed, done("The policy is saved."));
    if (paper === "interest")
      return submit(context, form, keepInterest, fixed, done("The interest is saved."));
    return submit(context, form, keepPlan, fixed, done("The words are saved."));
  }
  return handleTaking(context, { area, form, to });
}

/** Says what is being done about a check. */
export async function handleMending(context: Context, { area, form, to }: Sent) {
  const [verb, checkId = ""] = intentOf(form).split(":");
  if (verb !== "mend") return notFound();
  return submit(context, form, keepMending, { area, checkId }, () => ({
    to,
    message: "What you are doing is saved.",
  }));
}

/** Takes a line off its list, or puts it back. */
export async function handleTaking(context: Context, { area, form, to }: Sent) {
  const [verb, kind = "", id = ""] = intentOf(form).split(":");
  const fixed = { area, kind, id };
  if (verb === "take-off") {
    const message = "It is off the list. You can put it back from “What was done”.";
    return submit(context, form, takeOff, fixed, () => ({ to, message }));
  }
  if (verb === "put-back")
    return submit(context, form, putBack, fixed, () => ({ to, message: "It is back." }));
  return notFound();
}
