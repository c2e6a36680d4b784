import { href, redirect } from "react-router";
import { recordHref } from "~/composition/record-href";
import { notFound, readArea } from "~/composition/request.server";
import { findNoteSubject } from "~/features/records/bin.queries.server";
import { findBase } from "~/features/records/record.queries.server";
import { idSchema } from "~/platform/ids";
import type { Route } from "./+types/show";

/** One address for every record: leads on to the record's own page. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { area } = params;
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const to = await readArea(context, area, async (actor, { tx }) => {
    const record = (await findBase(tx, actor, id)) ?? notFound();
    if (record.kind !== "note") return recordHref(record.kind, area, id);
    const about = await findNoteSubject(tx, actor, id);
    if (about?.record) return `${recordHref(about.record.kind, area, about.record.id)}#notes`;
    if (about?.personId) return `${href("/areas/:area/people/:id", { area, id: about.personId })}#notes`;
    return notFound();
  });
  throw redirect(to);
}

/** Never shown: the loader always leads elsewhere. It makes this a page, so that "not found" looks like any other. */
export default function RecordRedirect() {
  return null;
}
