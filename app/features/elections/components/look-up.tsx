import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { formatDay, formatDayWithWeekday } from "~/ui/format-date";
import { IntentForm } from "~/ui/intent-form";
import { RecordList } from "~/ui/record-list";
import { ELECTION_KINDS } from "../election";
import type { LookedUp } from "../look-up";
import { CouncilChoice, type Councils } from "./council-choice";

const INTENT = "look-up";

type LookUpProps = {
  answer: (FormAnswer & { lookedUp?: LookedUp | null }) | undefined;
  formKey: string | undefined;
  councils?: Councils;
};

/** Asks Democracy Club for elections to come, and shows them to be put on the list one by one. */
export function LookUp({ answer, formKey, councils }: LookUpProps) {
  const [form, fields] = useForm<{ councilId: string }>({
    id: INTENT,
    lastResult: answerTo(answer, INTENT),
  });
  const lookedUp = answer?.lookedUp;
  return (
    <>
      <IntentForm form={form} intent={INTENT} formKey={undefined}>
        <CouncilChoice field={fields.councilId} councils={councils} />
        <Button variant="secondary">Look up at Democracy Club</Button>
      </IntentForm>
      {lookedUp ? <Proposals {...lookedUp} formKey={formKey} /> : null}
    </>
  );
}

function Proposals({
  council,
  councilId,
  askedOn,
  proposals,
  formKey,
}: LookedUp & { formKey?: string | undefined }) {
  const asked = `Democracy Club said this on ${formatDay(askedOn)}.`;
  if (proposals.length === 0)
    return (
      <p className="govuk-body" role="status">
        {`No election of ${council} is listed. ${asked}`}
      </p>
    );
  return (
    <div role="status">
      <p className="govuk-body">{`${asked} Nothing is on your list until you add it.`}</p>
      <RecordList
        label={`Elections to come: ${council}`}
        items={proposals.map(({ kind, pollOn, listedAs, onList, source }) => ({
          id: listedAs,
          title: `${ELECTION_KINDS[kind]}, ${formatDayWithWeekday(pollOn)}`,
          facts: [listedAs],
          children: onList ? (
            <p className="govuk-body">It is on the list already.</p>
          ) : (
            <FormButton
              fields={{ intent: "add", councilId, kind, pollOn, source }}
              idempotencyKey={formKey}
              variant="secondary"
              about={`${ELECTION_KINDS[kind]}, ${formatDay(pollOn)}`}
            >
              Add to the list
            </FormButton>
          ),
        }))}
      />
    </div>
  );
}
