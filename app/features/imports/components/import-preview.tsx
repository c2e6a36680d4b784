import type { ReactNode } from "react";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { Button, ButtonGroup } from "~/ui/button";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { PageTitle } from "~/ui/page-title";
import type { PreviewView } from "../import-view";
import { AskedMeetings, type PersonToChoose } from "./asked-meetings";
import { errorList, type Refusal } from "./refusal";

type ImportPreviewProps = {
  preview: PreviewView;
  /** Who will see what is imported. */
  audience?: ReactNode;
  /** Whom to choose from for past meetings. */
  people?: readonly PersonToChoose[];
  answer: Refusal | undefined;
  page: string;
};

/** What a file would do, before anything is done: then yes, or another file. */
export function ImportPreview({ preview, audience, people = [], answer, page }: ImportPreviewProps) {
  const { fileName, groups, unchanged, asked, isNothing } = preview;
  const sent = answer?.intent === "confirm" ? answer : undefined;
  return (
    <div className="cg-measure">
      <PageTitle caption={fileName}>What this file would do</PageTitle>
      <ErrorSummary errors={errorList(sent)} />
      <p className="govuk-body">Nothing is imported yet. The file is kept for you alone, for two hours.</p>
      {groups.map((group) => (
        <section key={group.title}>
          <h2 className="govuk-heading-m">{group.title}</h2>
          <Lines lines={group.lines} more={group.more} />
        </section>
      ))}
      {unchanged > 0 ? (
        <p className="govuk-body">
          {plural(unchanged, "entry is", "entries are")} here already and stay as they are.
        </p>
      ) : null}
      <Notices {...preview} />
      {isNothing ? (
        <>
          <p className="govuk-body">There is nothing to import from this file.</p>
          <AppLink href={page}>Choose another file</AppLink>
        </>
      ) : (
        <PostForm aria-label="Import">
          <HiddenFields fields={{ intent: "confirm", askedCount: String(asked.length) }} />
          <AskedMeetings asked={asked} people={people} answer={sent} />
          {audience}
          <ButtonGroup>
            <Button>Import</Button>
            <AppLink href={page}>Choose another file</AppLink>
          </ButtonGroup>
        </PostForm>
      )}
    </div>
  );
}

function Lines({ lines, more }: { lines: readonly string[]; more: number }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {more > 0 ? <li>… and {more} more</li> : null}
    </ul>
  );
}

function Notices({ notices, moreNotices }: Pick<PreviewView, "notices" | "moreNotices">) {
  const count = notices.length + moreNotices;
  if (count === 0) return null;
  return (
    <Details summary={`Left out, or to know (${count})`} open={count <= 10}>
      <Lines lines={notices} more={moreNotices} />
    </Details>
  );
}
