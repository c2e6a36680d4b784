import { href } from "react-router";
import { actOnImports } from "~/composition/import-actions.server";
import {
  calendarAsked,
  calendarForm,
  calendarInput,
  previewCalendar,
} from "~/composition/import-calendar.server";
import { importMeetings, revertMeetings } from "~/composition/import-meetings.commands.server";
import { draftOf, readImporter, readImports } from "~/composition/import-pages.server";
import { run } from "~/composition/request.server";
import { ImportList, TakeBack } from "~/features/imports/components/import-list";
import { ImportPreview } from "~/features/imports/components/import-preview";
import { keptField } from "~/features/imports/components/refusal";
import { UploadForm } from "~/features/imports/components/upload-form";
import { readMeetings } from "~/features/imports/meetings-file";
import { AudienceNote } from "~/ui/audience-note";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Select } from "~/ui/select";
import type { Route } from "./+types/import";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Import meetings") }];

const WHAT = "meetings" as const;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const page = href("/areas/:area/meetings/import", params);
  const asked = { request, area: params.area, page, what: WHAT };
  return readImports(context, asked, async (actor, { tx, today }, draft) => ({
    ...(await calendarForm(tx, actor)),
    shown: draft && (await previewCalendar(tx, actor, draft, today)),
  }));
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { area } = params;
  const page = href("/areas/:area/meetings/import", params);
  const input = (id: string, form: FormData) =>
    readImporter(context, area, async ({ areaId }, { tx, today, now }) => {
      const draft = await draftOf(tx, id, { what: WHAT, areaId, now }, page);
      return calendarInput(area, draft, form, today);
    });
  return actOnImports({
    ...{ request, context, page, revert: revertMeetings, done: "Imported. Both sides see these meetings." },
    guard: () => readImporter(context, area, async () => null),
    asked: (form) =>
      readImporter(context, area, async (actor, { tx, today }) => {
        const asked = await calendarAsked(tx, actor, form);
        return { ...asked, area, what: WHAT, read: (bytes) => readMeetings(bytes, today) };
      }),
    confirm: async (id, form) => run(context, importMeetings, await input(id, form)),
  });
}

/** Takes a calendar into the meetings of the area: a look first, then yes. */
export default function ImportMeetings({ loaderData, actionData }: Route.ComponentProps) {
  const { shown, back, page, audience, imports, councils, hows } = loaderData;
  const note = <AudienceNote>{audience}</AudienceNote>;
  if (back) {
    const words =
      "The meetings it made go to the bin, and those it moved go back, as long as the other side has not opened them.";
    return <TakeBack back={back} words={words} page={page} answer={actionData} />;
  }
  if (shown) return <ImportPreview {...shown} audience={note} answer={actionData} page={page} />;
  return (
    <>
      <div className="cg-measure">
        <PageTitle>Import meetings</PageTitle>
        <p className="govuk-body">
          A calendar exported from Google, Outlook or a phone, or a spreadsheet with the columns Title, Day
          and Time. Descriptions and links are not taken, and events marked private are left out.
        </p>
        <UploadForm
          accept=".ics,.csv,text/calendar,text/csv"
          hint="An iCalendar file (.ics) or a CSV file, up to 5 MB"
          answer={actionData}
        >
          {councils.length > 0 ? (
            <Select
              {...keptField(actionData, "council")}
              label="Which council these meetings are with"
              placeholder="Choose a council"
              options={councils}
            />
          ) : null}
          <Select
            {...keptField(actionData, "how", "in_person")}
            label="How you usually meet"
            hint="Where the file does not say"
            options={hows}
          />
          {note}
        </UploadForm>
      </div>
      <ImportList imports={imports} page={page} />
    </>
  );
}
