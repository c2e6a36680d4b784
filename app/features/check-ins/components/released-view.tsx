import { plural } from "~/platform/plural";
import { GapDumbbell } from "~/ui/charts/gap-dumbbell";
import { formatDay } from "~/ui/format-date";
import { PrintButton } from "~/ui/print-button";
import type { CheckInSeen } from "../check-in.ts";
import { gapWords, type SideNames } from "../gap-words.ts";
import type { Views } from "../results.ts";
import { nameOf } from "../steps.ts";
import { QuestionMeans } from "./question-means.tsx";
import { ResultsTable } from "./results-table.tsx";

type ReleasedViewProps = {
  seen: Pick<CheckInSeen, "releasedOn" | "people" | "means">;
  views: readonly Views[];
  names: SideNames;
  hrefOf: (component: Views["component"]) => string;
};

/** What a round says, the same for both sides: the table first, then what it says in words, and each question. */
export function ReleasedView({ seen, views, names, hrefOf }: ReleasedViewProps) {
  const flagged = views.filter(({ gap }) => gap?.flagged);
  const levels = (view: Views) => ({
    council: view.by.council?.value ?? null,
    community: view.by.community?.value ?? null,
  });
  return (
    <>
      <p className="govuk-body">
        Since {formatDay(seen.releasedOn)} both sides see the same on this page.{" "}
        {plural(seen.people.community, "person", "people")} answered for {names.community},{" "}
        {plural(seen.people.council, "person", "people")} for {names.council}.
      </p>
      <ResultsTable views={views} names={names} hrefOf={hrefOf} />
      <h2 className="govuk-heading-m">What this says</h2>
      {flagged.length === 0 ? (
        <p className="govuk-body">The two sides see nothing so differently that it stands out.</p>
      ) : (
        <>
          <p className="govuk-body">
            Here the two sides see things differently. No side is right or wrong: talk about what each has
            seen.
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {flagged.map((view) => (
              <li key={view.component}>{gapWords({ ...view, by: levels(view) }, names)}</li>
            ))}
          </ul>
        </>
      )}
      <GapDumbbell
        title="Both sides’ levels"
        sentence="Where each side puts the other, out of 100."
        names={{ warm: `What ${names.community} says`, cool: `What ${names.council} says` }}
        rowHeader="Component"
        rows={views.map((view) => ({
          id: view.component,
          label: nameOf(view.component),
          warm: view.by.community?.value ?? null,
          cool: view.by.council?.value ?? null,
        }))}
      />
      <QuestionMeans means={seen.means} names={names} />
      <p className="govuk-hint">
        A range says where the difference likely is: nine times in ten. “Worth talking about” stands where it
        is at least 20 points and more than chance would explain. The ranges here are those of{" "}
        {formatDay(seen.releasedOn)}, when both sides first saw this, and stay as they are. On the health page
        they are those of the day shown there, and grow wider with time: what was said then tells less of now.
      </p>
      <PrintButton />
    </>
  );
}
