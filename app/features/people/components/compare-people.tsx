import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";
import { Table } from "~/ui/table";
import { CHOSEN_WORDS, type Chosen, type Comparison, differing, type Holding } from "../merging";

/** What each of two records holds, side by side, as far as the reader sees it. */
export function ComparedPeople({ kept, merged }: Pick<Comparison, "kept" | "merged">) {
  return (
    <Table
      caption="What each record holds"
      rows={linesOf(kept).map((line, at) => ({ ...line, other: linesOf(merged)[at]?.value ?? "" }))}
      rowKey={({ label }) => label}
      columns={[
        { header: "What", cell: ({ label }) => label },
        { header: "This record", cell: ({ value }) => value },
        { header: "The other", cell: ({ other }) => other },
      ]}
    />
  );
}

function linesOf({ name, email, phone, posts, counts }: Holding): { label: string; value: string }[] {
  return [
    { label: CHOSEN_WORDS.name, value: name },
    { label: CHOSEN_WORDS.email, value: email ?? "Not known" },
    { label: CHOSEN_WORDS.phone, value: phone ?? "Not known" },
    { label: "Posts", value: posts.join("; ") },
    ...counts.map(({ label, count }) => ({ label, value: String(count) })),
  ];
}

type MergeFormProps = {
  comparison: Comparison;
  audience: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** Chooses what holds where the two differ, and makes them one. */
export function MergeForm({ comparison, audience, answer, formKey }: MergeFormProps) {
  const { kept, merged } = comparison;
  const [form, fields] = useForm<Record<Chosen, string>>({
    id: "merge",
    lastResult: answerTo(answer, "merge"),
    defaultValue: { name: "kept", email: "kept", phone: "kept" },
  });
  const seen = { other: merged.id, revision: String(kept.revision), otherRevision: String(merged.revision) };
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "merge", ...seen }} />
      {differing(kept, merged).map((field) => (
        <Radios
          {...fieldOf(fields[field])}
          key={field}
          label={`${CHOSEN_WORDS[field]}: which is right?`}
          options={[
            { value: "kept", label: kept[field] },
            { value: "merged", label: merged[field] },
          ]}
        />
      ))}
      <AudienceNote>{audience}</AudienceNote>
      <Button>Make them one person</Button>
    </PostForm>
  );
}
