import { useForm } from "@conform-to/react";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { formatDay } from "~/ui/format-date";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";
import { Table } from "~/ui/table";
import { ORGANISATION_KINDS, TIERS, type Tier } from "../organisation";
import type { OrganisationHolding } from "../organisation-merging";

type Pair = { a: { id: string; name: string }; b: { id: string; name: string } };

/** Organisations that may be in the register twice: each pair leads to both, side by side. */
export function OrganisationPairs({
  pairs,
  hrefFor,
}: {
  pairs: readonly Pair[];
  hrefFor: (pair: Pair) => string;
}) {
  if (pairs.length === 0) return null;
  return (
    <Details summary={`May be here twice: ${plural(pairs.length, "pair")}`}>
      <ul className="govuk-list govuk-list--bullet">
        {pairs.map((pair) => (
          <li key={`${pair.a.id} ${pair.b.id}`}>
            <AppLink href={hrefFor(pair)}>
              {pair.a.name} and {pair.b.name}
            </AppLink>
          </li>
        ))}
      </ul>
    </Details>
  );
}

type ComparedProps = { kept: OrganisationHolding; merged: OrganisationHolding };

/** What two records say, side by side. */
export function ComparedOrganisations({ kept, merged }: ComparedProps) {
  const other = linesOf(merged);
  return (
    <Table
      caption="What each record holds"
      rows={linesOf(kept).map((line, at) => ({ ...line, other: other[at]?.value ?? "" }))}
      rowKey={({ label }) => label}
      columns={[
        { header: "What", cell: ({ label }) => label },
        { header: "This record", cell: ({ value }) => value },
        { header: "The other", cell: ({ other: value }) => value },
      ]}
    />
  );
}

function linesOf(one: OrganisationHolding): { label: string; value: string }[] {
  const day = (on: string | null, none: string) => (on === null ? none : formatDay(on));
  return [
    { label: "Name", value: one.name },
    { label: "Short name", value: one.shortName },
    {
      label: "Kind",
      value: one.kinds.map((kind) => ORGANISATION_KINDS[kind]).join(", "),
    },
    { label: "Tier", value: one.tier ? TIERS[one.tier as Tier] : "Not a council" },
    { label: "Codes", value: [one.code, one.gssCode].filter(Boolean).join(", ") || "None" },
    { label: "From", value: day(one.startsOn, "Not known") },
    { label: "Ended", value: day(one.endsOn, "No") },
    ...one.counts.map(({ label, count }) => ({ label, value: String(count) })),
  ];
}

type MergeProps = ComparedProps & { answer: FormAnswer | undefined; formKey: string | undefined };

/** Chooses the name that holds, and makes two organisations one. */
export function MergeOrganisationsForm({ kept, merged, answer, formKey }: MergeProps) {
  const [form, fields] = useForm<{ names: string }>({
    id: "merge",
    lastResult: answerTo(answer, "merge"),
    defaultValue: { names: "kept" },
  });
  const seen = { other: merged.id, revision: String(kept.revision), otherRevision: String(merged.revision) };
  const names = ({ name, shortName }: OrganisationHolding) =>
    name === shortName ? name : `${name} (${shortName})`;
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "merge", ...seen }} />
      {names(kept) === names(merged) ? null : (
        <Radios
          {...fieldOf(fields.names)}
          label="Which name is right?"
          options={[
            { value: "kept", label: names(kept) },
            { value: "merged", label: names(merged) },
          ]}
        />
      )}
      <Button>Make them one organisation</Button>
    </PostForm>
  );
}
