import { href } from "react-router";
import {
  contactsAsked,
  contactsForm,
  contactsInput,
  previewContacts,
} from "~/composition/import-contacts.server";
import {
  backTo,
  draftOf,
  findBack,
  findLines,
  importSearch,
  look,
  readForm,
  readImporter,
  refused,
  refuseLarge,
  takeBack,
} from "~/composition/import-pages.server";
import { intentOf, notFound, run } from "~/composition/request.server";
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
  const search = importSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
  const page = href("/areas/:area/people/import", params);
  return readImporter(context, params.area, async (actor, { tx, today, now }) => {
    const { areaId } = actor;
    const kept = search.look ? await draftOf(tx, search.look, { what: WHAT, areaId, now }, page) : null;
    return {
      ...(await contactsForm(tx, actor)),
      page,
      preview: kept && (await previewContacts(tx, actor, kept, today)),
      back: search.back ? await findBack(tx, search.back, [WHAT], areaId) : null,
      imports: await findLines(tx, [WHAT], areaId),
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const page = href("/areas/:area/people/import", params);
  const form = await readForm(request, () => readImporter(context, params.area, async () => null));
  if (form === null) return refuseLarge();
  switch (intentOf(form)) {
    case "look": {
      const asked = await readImporter(context, params.area, (actor, { tx }) =>
        contactsAsked(tx, actor, form),
      );
      return look(context, form, { ...asked, area: params.area, what: WHAT, read: readContacts, page });
    }
    case "confirm": {
      const id = importSearch.parse(Object.fromEntries(new URL(request.url).searchParams)).look ?? notFound();
      const draft = await readImporter(context, params.area, ({ areaId }, { tx, now }) =>
        draftOf(tx, id, { what: WHAT, areaId, now }, page),
      );
      const outcome = await run(context, importContacts, contactsInput(params.area, draft));
      if (outcome.status !== "done") return refused(outcome, "confirm", form);
      return backTo(page, "Imported. Both sides see who they are.");
    }
    case "back":
      return takeBack(context, form, revertImport, page);
    default:
      return notFound();
  }
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
