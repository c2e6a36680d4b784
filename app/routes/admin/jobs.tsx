import { href } from "react-router";
import { findBackups, readAdmin, requireAdmin } from "~/composition/admin.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { removeJob, retryJob } from "~/features/audit/queue.commands.server";
import { findQueue } from "~/features/audit/queue.queries.server";
import { JOB_STATE_WORDS, jobState, taskWords } from "~/features/audit/queued-job";
import { ErrorSummary } from "~/ui/error-summary";
import { problemsOf } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { formatInstant } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/jobs";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Jobs") }];

export async function loader({ context }: Route.LoaderArgs) {
  const backups = findBackups();
  return readAdmin(context, async (_, { tx }) => ({
    backups: await backups,
    jobs: (await findQueue(tx)).map((job) => ({ ...job, state: jobState(job) })),
  }));
}

export async function action({ request, context }: Route.ActionArgs) {
  await requireAdmin(context);
  const form = await formOf(request);
  const done = (message: string) => () => ({ to: href("/admin/jobs"), message });
  switch (intentOf(form)) {
    case "retry":
      return submit(context, form, retryJob, {}, done("It is tried again now."));
    case "remove":
      return submit(context, form, removeJob, {}, done("It is out of the queue."));
    default:
      return notFound();
  }
}

/** What waits and what failed, by name alone: what a job is about is not here. */
export default function Jobs({ loaderData, actionData }: Route.ComponentProps) {
  const { jobs, backups } = loaderData;
  const formKey = useFormKey();
  const buttons = ({ id, task, errorKind, isRunning }: (typeof jobs)[number]) =>
    errorKind && !isRunning ? (
      <>
        <FormButton
          fields={{ intent: "retry", job: id }}
          idempotencyKey={formKey}
          about={`${taskWords(task)}, number ${id}`}
        >
          Try again
        </FormButton>
        <FormButton
          fields={{ intent: "remove", job: id }}
          idempotencyKey={formKey}
          variant="secondary"
          about={`${taskWords(task)}, number ${id}`}
        >
          Take out
        </FormButton>
      </>
    ) : (
      "Nothing to do"
    );
  return (
    <>
      {actionData ? <ErrorSummary errors={problemsOf(actionData)} /> : null}
      <PageTitle>Jobs</PageTitle>
      <Table
        caption="In the queue"
        rows={jobs}
        rowKey={({ id }) => id}
        whenEmpty="Nothing waits, and nothing failed."
        columns={[
          { header: "Job", cell: ({ task }) => taskWords(task) },
          { header: "State", cell: ({ state }) => JOB_STATE_WORDS[state] },
          { header: "Kind of error", cell: ({ errorKind }) => errorKind ?? "None" },
          { header: "Tries", cell: ({ attempts, most }) => `${attempts} of ${most}` },
          { header: "Next", cell: ({ runAt }) => formatInstant(runAt) },
          { header: "What to do", cell: buttons },
        ]}
      />
      <h2 className="govuk-heading-m">What runs by itself</h2>
      <SummaryList
        rows={[
          { key: "Last good backup", value: backups ? formatInstant(backups.takenAt) : "None yet" },
          {
            key: "Last restored as a drill",
            value: backups?.drilledAt ? formatInstant(backups.drilledAt) : "Not yet",
          },
        ]}
      />
    </>
  );
}
