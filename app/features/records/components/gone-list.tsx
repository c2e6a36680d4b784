import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { KIND_WORDS, type RecordKind } from "../record";
import { PANEL_INTENTS } from "../record-panel";

type Gone = {
  id: string;
  kind: RecordKind;
  title: string;
  occurredOn: string;
  goneOn: string;
  canRestore: boolean;
  reason?: string;
};

type GoneListProps = {
  label: string;
  records: readonly Gone[];
  /** What happened on the day they went: "Binned". */
  verb: string;
  formKey: string | undefined;
};

/** Records that are out of the register, with the way back where there is one. */
export function GoneList({ label, records, verb, formKey }: GoneListProps) {
  return (
    <RecordList
      label={label}
      items={records.map((record) => ({
        id: record.id,
        title: record.title,
        facts: [
          KIND_WORDS[record.kind].one,
          `Dated ${formatDay(record.occurredOn)}`,
          `${verb} ${formatDay(record.goneOn)}`,
          record.reason,
        ],
        children: record.canRestore ? (
          <FormButton
            idempotencyKey={formKey}
            variant="secondary"
            about={record.title}
            fields={{ intent: PANEL_INTENTS.restore, id: record.id }}
          >
            Take out again
          </FormButton>
        ) : null,
      }))}
    />
  );
}
