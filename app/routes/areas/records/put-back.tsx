import { quotedValue } from "~/composition/changed-words";
import { putBack } from "~/composition/put-back.commands.server";
import { mayShow, previewPutBack } from "~/composition/put-back.server";
import { recordHref } from "~/composition/record-href";
import { requireRecord } from "~/composition/record-panel.server";
import { forbidden, formOf, notFound, read, submit } from "~/composition/request.server";
import { fieldLabel } from "~/features/audit/changes";
import { PutBackForm } from "~/features/audit/components/put-back-form";
import { actorIn } from "~/features/identity/actor";
import { KIND_WORDS } from "~/features/records/record";
import { canEdit } from "~/features/records/record.policy";
import { findBase } from "~/features/records/record.queries.server";
import { idSchema } from "~/platform/ids";
import { AudienceNote } from "~/ui/audience-note";
import { BackLink } from "~/ui/breadcrumbs";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { problemsOf } from "~/ui/form-answer";
import { formatInstant } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/put-back";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Put it back as it was") }];

/** Whose record it is, and which entry of its log. */
function askedOf(params: { area: string; id: string; entry: string }) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const entry = idSchema.safeParse(params.entry).data ?? notFound();
  return { area: params.area, id, entry };
}

export async function loader({ context, params }: Route.LoaderArgs) {
  const asked = askedOf(params);
  return read(context, async (all, reading) => {
    const actor = actorIn(all, asked.area) ?? notFound();
    const record = (await findBase(reading.tx, actor, asked.id)) ?? notFound();
    const preview = (await previewPutBack(all, actor, reading, asked)) ?? notFound();
    const allowed = canEdit(actor, record);
    if (allowed !== true) return forbidden(allowed);
    const shows = mayShow(preview.level, record.level);
    if (shows !== true) return forbidden(shows);
    return {
      ...{ title: preview.title, at: preview.at, revision: preview.revision, level: record.level },
      kind: KIND_WORDS[record.kind].one,
      back: recordHref(record.kind, asked.area, asked.id),
      fields: preview.fields.map(({ field, now, before }) => ({
        ...{ field, label: fieldLabel(field) },
        ...{ now: quotedValue(now), before: quotedValue(before) },
      })),
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { area, id, entry } = askedOf(params);
  await requireRecord(context, area, id);
  const form = await formOf(request);
  return submit(context, form, putBack, { id, entry }, ({ kind }) => ({
    to: recordHref(kind, area, id),
    message: "It is put back. The history shows both.",
  }));
}

/** What would change, before it does: each field as it is now, and as it was. */
export default function PutBack({ loaderData, actionData }: Route.ComponentProps) {
  const { title, kind, at, revision, level, back, fields } = loaderData;
  return (
    <div className="cg-measure">
      <BackLink href={back}>{title}</BackLink>
      {actionData ? <ErrorSummary errors={problemsOf(actionData)} /> : null}
      <PageTitle caption={`${kind}: ${title}`}>Put it back as it was</PageTitle>
      <p className="govuk-body">
        This is what was changed on {formatInstant(at)}. What you choose is written anew as it stood before.
        The history keeps everything that was there in between.
      </p>
      {fields.length > 0 ? (
        <>
          <AudienceNote>{AUDIENCE[level]}</AudienceNote>
          <PutBackForm fields={fields} revision={revision} />
        </>
      ) : (
        <EmptyState title="It stands as it did before">There is nothing to put back.</EmptyState>
      )}
    </div>
  );
}

const AUDIENCE = {
  shared: "Both sides, as they do now.",
  side: "Your own side alone, as it does now.",
  personal: "Only you.",
} as const;
