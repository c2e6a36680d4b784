import { href } from "react-router";
import {
  calendarAsked,
  calendarForm,
  calendarInput,
  previewCalendar,
} from "~/composition/import-calendar.server";
import { importMeetings, revertMeetings } from "~/composition/import-meetings.commands.server";
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
import { readMeetings } from "~/features/imports/meetings-file";
import { AudienceNote } from "~/ui/audience-note";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Select } from "~/ui/select";
import type { Route } from "./+types/import";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Import meetings") }];

const WHAT = "meetings" as const;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const search = importSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
  const page = href("/areas/:area/meetings/import", params);
  return readImporter(context, params.area, async (actor, { tx, today, now }) => {
    const { areaId } = actor;
    const kept = search.look ? await draftOf(tx, search.look, { what: WHAT, areaId, now }, page) : null;
    return {
      ...(await calendarForm(tx, actor)),
      page,
      shown: kept && (await previewCalendar(tx, actor, kept, today)),
      back: search.back ? await findBack(tx, search.back, [WHAT], areaId) : null,
      imports: await findLines(tx, [WHAT], areaId),
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const page = href("/areas/:area/meetings/import", params);
  const form = await readForm(request, () => readImporter(context, params.area, async () => null));
  if (form === null) return refuseLarge();
  switch (intentOf(form)) {
    case "look": {
      const { today, ...asked } = await readImporter(context, params.area, async (actor, { tx, today }) => ({
        ...(await calendarAsked(tx, actor, form)),
        today,
      }));
      const read = (bytes: Uint8Array) => readMeetings(bytes, today);
      return look(context, form, { ...asked, area: params.area, what: WHAT, read, page });
    }
    case "confirm": {
      const id = importSearch.parse(Object.fromEntries(new URL(request.url).searchParams)).look ?? notFound();
      const input = await readImporter(context, params.area, async ({ areaId }, { tx, today, now }) =>
        calendarInput(params.area, await draftOf(tx, id, { what: WHAT, areaId, now }, page), form, today),
      );
      const outcome = await run(context, importMeetings, input);
      if (outcome.status !== "done") return refused(outcome, "confirm", form);
      return backTo(page, "Imported. Both sides see these meetings.");
    }
    case "back":
      return takeBack(context, form, revertMeetings, page);
    default:
      return notFound();
  }
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
