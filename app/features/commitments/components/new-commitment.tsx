import { type SubmissionResult, useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { Radios } from "~/ui/radios";
import { MoreFields, type PeopleGroup, WordFields, type WrittenAnswers } from "./commitment-fields";

type NewAnswers = WrittenAnswers & { bySide: string; council: string; madeOn: string };

type NewCommitmentProps = {
  sides: { ours: string; theirs: string };
  /** The councils to choose from; none where there is one only. */
  councils: readonly { slug: string; name: string }[];
  /** Whether a promise may be about all councils at once. */
  forAll: boolean;
  people: readonly PeopleGroup[];
  audience: string;
  lastResult: SubmissionResult<string[]> | undefined;
  formKey: string | undefined;
};

/** Writes down a promise in a minute: who, what, by when. The rest is folded up. */
export function NewCommitment(props: NewCommitmentProps) {
  const { sides, councils, forAll, people, audience, lastResult, formKey } = props;
  const [form, fields] = useForm<NewAnswers>({ id: "promise", lastResult, defaultValue: { size: "small" } });
  return (
    <div className="cg-measure">
      <ErrorSummary errors={errorItems(form)} />
      <PageTitle>Record a promise</PageTitle>
      <PostForm id={form.id} idempotencyKey={formKey}>
        <Radios
          {...fieldOf(fields.bySide)}
          label="Who promises?"
          options={[
            { value: "ours", label: `${sides.ours} (your side)` },
            {
              value: "theirs",
              label: sides.theirs,
              hint: "They can say within 28 days that it is not theirs.",
            },
          ]}
        />
        {councils.length > 0 ? (
          <Radios
            {...fieldOf(fields.council)}
            label="Which council is it about?"
            options={[
              ...councils.map(({ slug, name }) => ({ value: slug, label: name })),
              ...(forAll ? [{ value: "all", label: "All of them", divider: "or" }] : []),
            ]}
          />
        ) : null}
        <WordFields fields={fields} />
        <MoreFields fields={fields} madeOn={fields.madeOn} people={people} open={lastResult !== undefined} />
        <AudienceNote>{audience}</AudienceNote>
        <Button>Record the promise</Button>
      </PostForm>
    </div>
  );
}
