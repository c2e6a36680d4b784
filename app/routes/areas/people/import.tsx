import { href } from "react-router";
import { actOnImports } from "~/composition/import-actions.server";
import {
  contactsAsked,
  contactsForm,
  contactsInput,
  previewContacts,
} from "~/composition/import-contacts.server";
import { draftOf, readImporter, readImports } from "~/composition/import-pages.server";
import { run } from "~/composition/request.server";
import { ImportList, TakeBack } from "~/features/imports/components/import-list";
import { ImportPreview } from "~/features/imports/components/import-preview";
import { keptField } from "~/features/imports/components/refusal";
import { UploadForm } from "~/features/imports/components/upload-form";
import { importContacts } from "~/features/imports/contacts.commands.server";
import { readContacts } from "~/features/imports/contacts-file";
import { revertImport } from "~/features/imports/revert-import.commands.server";
import { AudienceNote } from "~/ui/audience-note";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Select } from "~/ui/select";
import type { Route } from "./+types/import";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Import people") }];

const WHAT = "contacts" as const;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const page = href("/areas/:area/people/import", params);
  const asked = { request, area: params.area, page, what: WHAT };
  return readImports(context, asked, async (actor, { tx, today }, draft) => ({
    ...(await contactsForm(tx, actor)),
    preview: draft && (await previewContacts(tx, actor, draft, today)),
  }));
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { area } = params;
  const page = href("/areas/:area/people/import", params);
  return actOnImports({
    ...{ request, context, page, revert: revertImport, done: "Imported. Both sides see who they are." },
    guard: () => readImporter(context, area, async () => null),
    asked: (form) =>
      readImporter(context, area, async (actor, { tx }) => {
        const asked = await contactsAsked(tx, actor, form);
        return { ...asked, area, what: WHAT, read: readContacts };
      }),
    confirm: async (id) => {
      const draft = await readImporter(context, area, ({ areaId }, { tx, now }) =>
        draftOf(tx, id, { what: WHAT, areaId, now }, page),
      );
      return run(context, importContacts, contactsInput(area, draft));
    },
  });
}

/** Takes an address book into the people of the area: a look first, then yes. */
export default function ImportPeople({ loaderData, actionData }: Route.ComponentProps) {
  const { preview, back, page, audience, imports, organisations, roles } = loaderData;
  const note = <AudienceNote>{audience}</AudienceNote>;
  if (back) {
    const words = "Who was made by it is removed, and what was filled in is empty again.";
    return <TakeBack back={back} words={words} page={page} answer={actionData} />;
  }
  if (preview) return <ImportPreview preview={preview} audience={note} answer={actionData} page={page} />;
  return (
    <>
      <div className="cg-measure">
        <PageTitle>Import people</PageTitle>
        <p className="govuk-body">
          Contacts exported from Google, Outlook or a phone, or a spreadsheet with the columns Name, Email,
          Phone, Organisation and Role. Nobody is added twice, and nothing that is here is overwritten.
        </p>
        <UploadForm
          accept=".csv,.vcf,text/csv,text/vcard"
          hint="A CSV file, or vCard 3.0 or 4.0 (.vcf), up to 5 MB"
          answer={actionData}
        >
          <Select
            {...keptField(actionData, "organisation")}
            label="Which organisation they belong to"
            placeholder="Choose an organisation"
            options={[...organisations, { value: "file", label: "Each line says" }]}
          />
          <Select
            {...keptField(actionData, "role", "file")}
            label="What they are there"
            options={[{ value: "file", label: "As each job title says" }, ...roles]}
          />
          {note}
        </UploadForm>
      </div>
      <ImportList imports={imports} page={page} />
    </>
  );
}
