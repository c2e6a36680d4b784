import { notFound } from "~/composition/request.server";
import { circumstancesOf } from "~/composition/visit.server";
import { askForPasskey } from "~/features/identity/passkey-sign-in.server";
import type { Route } from "./+types/passkey-offer";

/** There is nothing to look at. */
export function loader() {
  return notFound();
}

/** What the browser's device is to sign: asked by the button on the sign-in page. */
export async function action({ request, context }: Route.ActionArgs) {
  const asked = await askForPasskey(request, circumstancesOf(context));
  return asked
    ? Response.json(asked.options, { headers: asked.headers })
    : new Response(null, { status: 429 });
}
