import { href } from "react-router";
import { attachSent, readFileForm, requireAttach } from "~/composition/attach-file.server";
import { recordHref } from "~/composition/record-href";
import { forbidden, formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { canAttach, FILE_MOST_BYTES, sizeWords } from "~/features/records/attachment";
import { removeFile } from "~/features/records/attachments.commands.server";
import { findAttachments } from "~/features/records/attachments.queries.server";
import { FileForm } from "~/features/records/components/file-form";
import { FileList } from "~/features/records/components/record-files";
import { audienceWords } from "~/features/records/record";
import { findBase } from "~/features/records/record.queries.server";
import { FILE_ENDINGS } from "~/platform/file-type";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { ErrorSummary } from "~/ui/error-summary";
import { problemsOf } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/files";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Files") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  return readArea(context, params.area, async (actor, { tx, now }) => {
    const record = (await findBase(tx, actor, id)) ?? notFound();
    const may = canAttach(actor, record);
    if (may !== true) return forbidden(may);
    return {
      id,
      title: record.title,
      backTo: recordHref(record.kind, params.area, id),
      shared: record.level === "shared",
      audience: audienceWords(record.level, actor, []),
      files: await findAttachments(tx, actor, id, now),
      endings: FILE_ENDINGS,
      mostWords: sizeWords(FILE_MOST_BYTES),
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  await requireAttach(context, params.area, id);
  const own = href("/areas/:area/records/:id/files", { area: params.area, id });
  const multipart = request.headers.get("Content-Type")?.startsWith("multipart/form-data") ?? false;
  const form = multipart ? await readFileForm(request) : await formOf(request);
  const intent = form === null ? "attach" : intentOf(form);
  if (form !== null && intent === "remove")
    return submit(context, form, removeFile, { id }, () => ({ to: own, message: "The file is gone." }));
  if (intent !== "attach") return notFound();
  return attachSent(context, form, id, { to: own, message: "The file is there." });
}

/** The files of one record: what is there, and a form to add one. */
export default function RecordFilesPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { id, title, backTo, files } = loaderData;
  const formKey = useFormKey();
  return (
    <div className="cg-measure">
      <PageTitle caption={title}>Files</PageTitle>
      <p className="govuk-body">
        <AppLink href={backTo}>Back to “{title}”</AppLink>
      </p>
      {actionData?.intent === "remove" ? <ErrorSummary errors={problemsOf(actionData)} /> : null}
      <FileList area={params.area} recordId={id} files={files} />
      {files
        .filter(({ canRemove }) => canRemove)
        .map((file) => (
          <FormButton
            key={file.id}
            idempotencyKey={formKey}
            variant="secondary"
            fields={{ intent: "remove", fileId: file.id }}
          >
            Take “{file.name}” away
          </FormButton>
        ))}
      <h2 className="govuk-heading-m">Add a file</h2>
      <FileForm {...loaderData} answer={actionData} formKey={formKey} key={files.length} />
    </div>
  );
}
