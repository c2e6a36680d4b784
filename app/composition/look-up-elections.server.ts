import { parseWithZod } from "@conform-to/zod/v4";
import { data, type RouterContextProvider } from "react-router";
import { z } from "zod";
import { findUpcoming } from "~/features/elections/democracy-club.server";
import { canKeepElections } from "~/features/elections/election.policy";
import { findKnownPolls } from "~/features/elections/elections.queries.server";
import { LOOK_UP_WORDS, type LookedUp } from "~/features/elections/look-up";
import { findCouncilCode } from "~/features/organisations/organisations.queries.server";
import { formatDay } from "~/ui/format-date";
import { forbidden, intentOf, notFound, read } from "./request.server";
import { clockContext, closeReads } from "./visit.server";

type Context = Readonly<RouterContextProvider>;

const input = z.object({ councilId: z.uuid({ error: "Choose the council" }) });

/** Asks Democracy Club for a council's elections to come: they are shown, and nothing is written. */
export async function lookUpElections(context: Context, form: FormData, fixed: Record<string, string>) {
  const intent = intentOf(form);
  for (const [name, value] of Object.entries(fixed)) form.set(name, value);
  const submission = parseWithZod(form, { schema: input });
  const answered = (problems: { councilId?: string[]; "": string[] } | null, lookedUp: LookedUp | null) => {
    const { "": formErrors = [], ...fieldErrors } = problems ?? {};
    const lastResult = submission.reply(problems ? { formErrors, fieldErrors } : {});
    return data(
      { lastResult, intent, conflict: null, lookedUp },
      { status: lastResult.status === "error" ? 400 : 200 },
    );
  };
  if (submission.status !== "success") return answered(null, null);
  const council = await councilToAsk(context, submission.value.councilId);
  if (council.code === null) return answered({ "": [LOOK_UP_WORDS.noCode] }, null);
  // The service is asked while no transaction waits for it.
  await closeReads(context);
  const upcoming = await findUpcoming(council.code, context.get(clockContext));
  if ("away" in upcoming) return answered({ "": [LOOK_UP_WORDS[upcoming.away]] }, null);
  const known = await read(context, (_, { tx }) => findKnownPolls(tx, council.id));
  const { proposals, askedOn } = upcoming;
  const told = proposals.map((proposal) => ({
    ...proposal,
    onList: known.some(({ kind, pollOn }) => kind === proposal.kind && pollOn === proposal.pollOn),
    source: `Democracy Club on ${formatDay(askedOn)}: ${proposal.listedAs}`,
  }));
  return answered(null, { councilId: council.id, council: council.shortName, askedOn, proposals: told });
}

/** The council, for who keeps its list: 403 for others who work with it, 404 for everybody else. */
function councilToAsk(context: Context, councilId: string) {
  return read(context, async (actor, { tx }) => {
    const council = (await findCouncilCode(tx, councilId)) ?? notFound();
    const allowed = canKeepElections(actor, councilId);
    return allowed === true ? council : forbidden(allowed);
  });
}
