import { href } from "react-router";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { AudienceNote } from "~/ui/audience-note";
import { ButtonGroup } from "~/ui/button";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { SummaryList } from "~/ui/summary-list";
import type { Disclosure, ItemState } from "../disclosure";
import { LAWS } from "../exemption";

type BundleHeadProps = {
  disclosure: Disclosure;
  counts: Partial<Record<ItemState, number>>;
  consult: number;
  ownNotes: number;
  area: string;
  formKey: string | undefined;
};

/** What was asked, how far the answer is, what is not in it, and what can be done with it. */
export function BundleHead({ disclosure, counts, consult, ownNotes, area, formKey }: BundleHeadProps) {
  const { id, law, receivedOn, asked, from, to, words, finishedOn, revision } = disclosure;
  const days = `${from ? formatDay(from) : "The beginning"} to ${to ? formatDay(to) : "now"}`;
  const left = (counts.open ?? 0) + (counts.changed ?? 0);
  const rows = [
    { key: "Asked for under", value: LAWS[law] },
    { key: "Received", value: formatDay(receivedOn) },
    { key: "What was asked", value: asked },
    { key: "Looked through", value: `${days}${words ? `, for “${words}”` : ""}` },
    { key: "Answered", value: answered(counts) },
    { key: "Still to look at", value: String(left) },
  ];
  const state = finishedOn ? "reopen" : "finish";
  return (
    <>
      <AudienceNote lead="Who sees this page:">Only the leads of your own side.</AudienceNote>
      <SummaryList rows={rows} />
      {consult > 0 ? (
        <InsetText>
          {plural(consult, "record holds", "records hold")} words of the other side. They are a third party:
          ask them before you send the answer.
        </InsetText>
      ) : null}
      <InsetText>
        Notes that people keep for themselves are not here, and nobody is shown how many there are. They may
        be asked for all the same: ask each colleague.{" "}
        {ownNotes === 0 ? "You have none" : `You have ${ownNotes}`} in what was looked through. Earlier words
        of records that were changed, files, and papers outside this tracker are looked through by hand.
      </InsetText>
      <ButtonGroup>
        {finishedOn === null ? (
          <FormButton fields={{ intent: "look-again" }} idempotencyKey={formKey} variant="secondary">
            Look for more records
          </FormButton>
        ) : null}
        <FormButton
          fields={{ intent: state, revision: String(revision) }}
          idempotencyKey={formKey}
          variant={finishedOn ? "secondary" : undefined}
        >
          {finishedOn ? "Open it again" : "Finish the answer"}
        </FormButton>
        <AppLink href={href("/areas/:area/disclosures/:id/export.docx", { area, id })} reload>
          {finishedOn ? "Take it as a Word document" : "Take the draft as a Word document"}
        </AppLink>
        <AppLink href={href("/areas/:area/disclosures/:id/export.pdf", { area, id })} reload>
          {finishedOn ? "Take it as a PDF" : "Take the draft as a PDF"}
        </AppLink>
      </ButtonGroup>
    </>
  );
}

function answered({ disclosed = 0, redacted = 0, withheld = 0 }: Partial<Record<ItemState, number>>): string {
  return `${disclosed} whole, ${redacted} in part, ${withheld} withheld`;
}
