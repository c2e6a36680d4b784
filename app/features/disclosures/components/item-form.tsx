import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { Checkboxes } from "~/ui/checkboxes";
import { errorItems } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import type { FormAnswer } from "~/ui/form-answer";
import { formatDay } from "~/ui/format-date";
import { HiddenFields } from "~/ui/hidden-fields";
import { InsetText } from "~/ui/inset-text";
import { Radios } from "~/ui/radios";
import { Facts } from "~/ui/record-list";
import { Select } from "~/ui/select";
import { ITEM_STATES, type ItemState } from "../disclosure";
import { REASONS } from "../reason-options";
import type { Redactions } from "../redact";
import { TextParts } from "./text-parts";
import { WordRows } from "./word-rows";

type ItemFormProps = {
  item: {
    id: string;
    revision: number;
    digest: string;
    decision: "included" | "withheld" | null;
    reason: string | null;
    state: ItemState;
    redactions: Redactions;
    record: { kind: string; day: string; by: string; consult: boolean } | null;
    texts: readonly { key: string; label: string; text: string; ofOther: boolean; goesOut: string }[];
    found: readonly string[];
    next: string | null;
  };
  open: boolean;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

type Typed =
  | {
      decision?: string;
      reason?: string;
      whole?: { reason?: string }[];
      words?: { text?: string; reason?: string }[];
      shown?: string | string[];
    }
  | undefined;

const asList = (value: string | string[] | undefined) =>
  value === undefined ? undefined : Array.isArray(value) ? value : [value];

/** One record of a bundle: what it says, what of it goes out, and why the rest does not. */
export function ItemForm({ item, open, answer, formKey }: ItemFormProps) {
  const [form] = useForm({ id: "decide", lastResult: answer?.lastResult });
  const typed = answer?.lastResult.initialValue as Typed;
  const errors = (name: string) => answer?.lastResult.error?.[name] ?? undefined;
  const { record, redactions } = item;
  if (!record)
    return <InsetText>This record is no longer there for your side. Nothing of it goes out.</InsetText>;
  const facts = [record.kind, formatDay(record.day), `Recorded by ${record.by}`, ITEM_STATES[item.state]];
  const body = (
    <>
      <Facts facts={facts} />
      {record.consult ? (
        <InsetText>
          It holds words of the other side. They are a third party: ask them before you send it.
        </InsetText>
      ) : null}
    </>
  );
  const parts = (
    <TextParts
      texts={item.texts}
      open={open}
      reasonOf={(key, at) =>
        typed ? typed.whole?.[at]?.reason : redactions.whole.find((one) => one.key === key)?.reason
      }
    />
  );
  if (!open)
    return (
      <>
        {body}
        {parts}
      </>
    );
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      {body}
      <HiddenFields
        fields={{
          intent: "decide",
          item: item.id,
          revision: String(item.revision),
          digest: item.digest,
          ...(item.next ? { next: item.next } : {}),
        }}
      />
      {parts}
      <WordRows words={typed ? (typed.words ?? []) : redactions.words} errors={errors} />
      {item.found.length > 0 ? (
        <Checkboxes
          id="decide-shown"
          name="shown"
          label="Found by itself, and left out: names of private people, e-mail addresses and telephone numbers"
          hint="Tick what may be shown after all. Names that nobody wrote into this tracker are not found: read the words above."
          options={item.found.map((value) => ({ value, label: value }))}
          values={typed ? (asList(typed.shown) ?? []) : redactions.shown}
          small
        />
      ) : null}
      <Radios
        id="decide-decision"
        name="decision"
        label="Does this record go out?"
        value={typed ? typed.decision : (item.decision ?? undefined)}
        errors={errors("decision")}
        options={[
          { value: "included", label: "Yes, but for what is left out above" },
          { value: "withheld", label: "No, it is withheld" },
        ]}
      />
      <Select
        id="decide-reason"
        name="reason"
        label="Why, if it is withheld"
        placeholder="Choose why"
        options={REASONS}
        value={(typed ? typed.reason : item.reason) ?? undefined}
        errors={errors("reason")}
        optional
      />
      <Button>{item.next ? "Keep this and go to the next" : "Keep this"}</Button>
    </PostForm>
  );
}
