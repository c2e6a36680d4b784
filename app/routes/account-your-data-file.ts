import { giveFile } from "~/composition/give-file.server";
import { loadOwnData } from "~/composition/people-rights.server";
import type { Route } from "./+types/account-your-data-file";

/** Everything that is kept about whoever is signed in, as one file. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { name, today, sections } = await loadOwnData(context);
  const content = { about: name, asOf: today, kept: sections };
  return giveFile({ context, params }, new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`), {
    name: `what-is-kept-about-you-${today}.json`,
    mime: "application/json; charset=utf-8",
  });
}
