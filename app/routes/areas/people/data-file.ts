import { giveFile } from "~/composition/give-file.server";
import { loadPersonData } from "~/composition/people-rights.server";
import { notFound } from "~/composition/request.server";
import { idSchema } from "~/platform/ids";
import type { Route } from "./+types/data-file";

/** All that an organisation holds about somebody of the register, as one file to give them. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const { person, organisation, today, sections, words } = await loadPersonData(context, params.area, id);
  const named = words.map(({ words: text, record }) => ({ text, in: record?.title ?? null }));
  const content = { about: person.name, heldBy: organisation, asOf: today, kept: sections, named };
  return giveFile({ context, params }, new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`), {
    name: `what-is-kept-${today}.json`,
    mime: "application/json; charset=utf-8",
  });
}
