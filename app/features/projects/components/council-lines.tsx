import { plural } from "~/platform/plural";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import type { CouncilLine } from "../council-line";

type CouncilLinesProps = { title: string; lines: readonly CouncilLine[]; formKey: string | undefined };

const QUICK_WORDS = { "report-done": "It is done", acknowledge: "We have seen it" };

/** One stretch of an officer's page: what is wanted, where, by which day, and the one tap that is enough. */
export function CouncilLines({ title, lines, formKey }: CouncilLinesProps) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="govuk-heading-m">{title}</h2>
      <RecordList
        label={title}
        headingLevel={3}
        items={lines.map(({ id, href, title: what, area, wants, on, daysPast, facts, quick }) => ({
          id,
          href,
          title: what,
          tag: daysPast > 0 ? <Tag tone="attention">{`${plural(daysPast, "day")} past`}</Tag> : undefined,
          facts: [area, wants, formatDay(on), ...facts],
          children: quick ? (
            <FormButton
              idempotencyKey={formKey}
              variant="quiet"
              about={what}
              fields={{ intent: quick.intent, of: quick.of, id }}
            >
              {QUICK_WORDS[quick.intent]}
            </FormButton>
          ) : null,
        }))}
      />
    </section>
  );
}
