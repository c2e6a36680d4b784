import { href, redirect } from "react-router";
import { signedInBy } from "~/composition/signed-in-by.server";
import { circumstancesOf } from "~/composition/visit.server";
import { type CameBack, comeBack } from "~/features/identity/single-sign-on.server";
import { flashCookie } from "~/platform/flash.server";
import type { Route } from "./+types/single-sign-on-callback";

const WORDS: Record<Exclude<CameBack["status"], "in" | "step">, string> = {
  refused: "Nobody here has that account.",
  stranger:
    "Your council signed you in, but there is no account for you here. Ask a lead of your council or a programme admin for an invitation.",
  gone: "That took too long, or was begun in another browser. Start again.",
  away: "Your council’s sign-in did not let you in, or did not answer as it should. Try again, or sign in another way.",
};

/** Where a council's own sign-in sends people back to. What it says counts in the browser that went there, once. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const outcome = await comeBack(request, circumstancesOf(context));
  if (outcome.status === "in" || outcome.status === "step") return signedInBy(outcome);
  throw redirect(href("/sign-in/single-sign-on"), {
    headers: { "Set-Cookie": await flashCookie(WORDS[outcome.status]) },
  });
}
