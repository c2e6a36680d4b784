import { addElection, correctElection, removeElection } from "~/features/elections/elections.commands.server";
import { idSchema } from "~/platform/ids";
import { lookUpElections } from "./look-up-elections.server";
import { intentOf, notFound, submit } from "./request.server";

type Context = Parameters<typeof submit>[0];

/** What a page of elections can be asked to do; `fixed` is the council of a page that is about one. */
export async function handleElectionIntent(
  context: Context,
  form: FormData,
  fixed: Record<string, string>,
  to: string,
) {
  const done = (message: string) => () => ({ to, message });
  const [verb, of] = intentOf(form).split(":");
  if (verb === "add") return submit(context, form, addElection, fixed, done("The election is on the list."));
  if (verb === "look-up") return lookUpElections(context, form, fixed);
  const id = idSchema.safeParse(of).data ?? notFound();
  if (verb === "correct")
    return submit(context, form, correctElection, { id }, done("Your changes are saved."));
  if (verb === "remove")
    return submit(context, form, removeElection, { id }, done("The election is off the list."));
  return notFound();
}
