import { href } from "react-router";
import { councilFilter, councilStands, findCouncilPage } from "~/composition/council-page.server";
import { recordHref } from "~/composition/record-href";
import { findActor, formOf, intentOf, notFound, read, submit } from "~/composition/request.server";
import { reportDone } from "~/features/commitments/commitment-outcomes.commands.server";
import { CouncilFilters } from "~/features/projects/components/council-filters";
import { CouncilLines } from "~/features/projects/components/council-lines";
import {
  acknowledgeMilestone,
  reportMilestoneDone,
} from "~/features/projects/milestone-outcomes.commands.server";
import { idSchema } from "~/platform/ids";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { PrintButton } from "~/ui/print-button";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/council";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Your areas") }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const filter = councilFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return read(context, async (actor, { tx, today }) => {
    const stands = councilStands(actor);
    // Members of councils alone: to anybody else there is no such page.
    if (stands.length === 0) return notFound();
    return { filter, ...(await findCouncilPage(tx, stands, filter, today)) };
  });
}

/** One tap on a line: done, or seen. It leads to the record, where more can be said. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = await findActor(context);
  const stands = actor ? councilStands(actor) : [];
  if (stands.length === 0) return notFound();
  const form = await formOf(request);
  const id = idSchema.safeParse(form.get("id")).data ?? notFound();
  const of = form.get("of") === "commitment" ? "commitment" : "milestone";
  form.delete("of");
  const area = await read(context, async (_, { tx }) => {
    const areaIds = stands.map(({ areaId }) => areaId);
    const record = await tx.record.findFirst({
      where: { id, kind: of, areaId: { in: areaIds } },
      select: { areaId: true },
    });
    return stands.find(({ areaId }) => areaId === record?.areaId)?.areaSlug ?? notFound();
  });
  const done = (message: string) => () => ({ to: recordHref(of, area, id), message });
  switch (`${intentOf(form)} ${of}`) {
    case "report-done commitment":
      return submit(
        context,
        form,
        reportDone,
        { id, doneOn: "today" },
        done("Said. The other side can now say yes."),
      );
    case "report-done milestone":
      return submit(
        context,
        form,
        reportMilestoneDone,
        { id, doneOn: "today" },
        done("Said that it is done today."),
      );
    case "acknowledge milestone":
      return submit(context, form, acknowledgeMilestone, { id }, done("Acknowledged."));
    default:
      return notFound();
  }
}

const PAST: Readonly<Record<number, string>> = {
  0: "Nothing is past its day.",
  1: "1 thing is past its day.",
};

/** An officer's page: what is theirs to do in all their areas, what has passed its day first. */
export default function Council({ loaderData, actionData }: Route.ComponentProps) {
  const { filter, lines, counts, page, pages, areas } = loaderData;
  const formKey = useFormKey();
  const home = href("/council");
  const search = new URLSearchParams({ when: filter.when });
  if (filter.area) search.set("area", filter.area);
  if (filter.what) search.set("what", filter.what);
  const problems = Object.values(actionData?.lastResult.error ?? {}).flatMap((words) => words ?? []);
  return (
    <>
      <PageTitle aside={<PrintButton />}>What your areas need</PageTitle>
      <CouncilFilters filter={filter} areas={areas} home={home} />
      {problems.map((words) => (
        <p className="govuk-error-message" key={words}>
          {words}
        </p>
      ))}
      <p className="govuk-body-l">
        {PAST[counts.past] ?? `${counts.past} things are past their day.`} {counts.soon} in the next 30 days.{" "}
        {counts.all} in all.
      </p>
      {lines.length === 0 ? (
        <EmptyState title="Nothing here">
          Milestones, promises of the council, answers owed and handovers come here by themselves.
        </EmptyState>
      ) : null}
      <CouncilLines
        title="Past their day"
        lines={lines.filter((line) => line.daysPast > 0)}
        formKey={formKey}
      />
      <CouncilLines title="To come" lines={lines.filter((line) => line.daysPast === 0)} formKey={formKey} />
      <Pagination page={page} pages={pages} hrefFor={(number) => `${home}?${search}&page=${number}`} />
    </>
  );
}
