import { href } from "react-router";
import { z } from "zod";
import { handleTaking } from "~/composition/partnership-intents.server";
import { findOwnLog, findTakenOff } from "~/composition/partnership-log.server";
import { readOwn } from "~/composition/partnership-page.server";
import { formOf } from "~/composition/request.server";
import { LogLines } from "~/features/partnership/components/line-log";
import { AudienceNote } from "~/ui/audience-note";
import { BackLink } from "~/ui/breadcrumbs";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { problemsOf } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { RecordList } from "~/ui/record-list";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/log";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("What was done") }];

const search = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) });

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { page } = search.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readOwn(context, params.area, async (actor, reading) => ({
    log: await findOwnLog(actor, reading, page),
    gone: await findTakenOff(actor, reading),
  }));
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const to = href("/areas/:area/partnership/log", params);
  return handleTaking(context, { area: params.area, form: await formOf(request), to });
}

/** Every change of the partnership's own papers, and what was taken off a list. */
export default function Log({ loaderData, actionData, params }: Route.ComponentProps) {
  const { log, gone, canKeep, audience } = loaderData;
  const formKey = useFormKey();
  const own = href("/areas/:area/partnership/log", params);
  return (
    <div className="cg-measure">
      <BackLink href={href("/areas/:area/partnership", params)}>The partnership</BackLink>
      {actionData ? <ErrorSummary errors={problemsOf(actionData)} /> : null}
      <PageTitle caption="The partnership">What was done</PageTitle>
      <AudienceNote lead="Who sees this page:">{audience}</AudienceNote>
      {gone.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Taken off a list</h2>
          <RecordList
            label="Taken off a list"
            headingLevel={3}
            items={gone.map(({ kind, id, name, words }) => ({
              id,
              title: name,
              facts: [words],
              children: canKeep ? (
                <FormButton
                  fields={{ intent: `put-back:${kind}:${id}` }}
                  idempotencyKey={formKey}
                  variant="secondary"
                  about={name}
                >
                  Put it back
                </FormButton>
              ) : null,
            }))}
          />
        </>
      ) : null}
      <h2 className="govuk-heading-m">Every change</h2>
      {log.entries.length > 0 ? <LogLines entries={log.entries} /> : <EmptyState title="Nothing yet" />}
      <Pagination page={log.page} pages={log.pages} hrefFor={(page) => `${own}?page=${page}`} />
    </div>
  );
}
