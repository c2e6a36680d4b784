import { plural } from "~/platform/plural";
import { Details } from "~/ui/details";
import { formatDay } from "~/ui/format-date";
import { SummaryList } from "~/ui/summary-list";

type HealthGroundsProps = {
  asOf: string;
  known: string | null;
  methodId: string;
  parameterHash: string;
  inputsHash: string;
  records: number;
};

/** From what a page's figures were made, so that anybody can ask for the very same again. */
export function HealthGrounds(props: HealthGroundsProps) {
  const { asOf, known, methodId, parameterHash, inputsHash, records } = props;
  const from =
    known === null ? "from what is known now" : `from what had been recorded by ${formatDay(known)}`;
  return (
    <>
      <p className="govuk-body">
        As of {formatDay(asOf)}, {from}: {plural(records, "record")}, method {methodId}.
      </p>
      <Details summary="How to get the same figures again">
        <p className="govuk-body">
          Ask for the same day, known on the same day, by the same method. The figures come out the same,
          whatever is written later. The two digests below tell at a glance whether numbers and records are
          the same.
        </p>
        <SummaryList
          rows={[
            { key: "Method", value: methodId },
            { key: "Digest of its numbers", value: <code>{parameterHash}</code> },
            { key: "Digest of the records", value: <code>{inputsHash}</code> },
          ]}
        />
      </Details>
    </>
  );
}
