import { useForm } from "@conform-to/react";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { HiddenFields } from "~/ui/hidden-fields";
import { Select } from "~/ui/select";
import { WrittenText } from "~/ui/written-text";
import { type Clause, HEADING_WORDS, type Heading } from "../clause";

type Link = { id: string; heading: Heading; title: string; kindWords: string; href: string };

type MouClausesProps = {
  clauses: readonly Clause[];
  links: readonly Link[];
  /** What could carry a clause out; empty where the reader cannot link. */
  linkable: readonly { id: string; label: string }[];
  canLink: boolean;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** The words under each heading, with the promises and milestones that carry them out. */
export function MouClauses({ clauses, links, linkable, canLink, answer, formKey }: MouClausesProps) {
  return (
    <section aria-labelledby="words">
      <h2 className="govuk-heading-m" id="words">
        What was written down
      </h2>
      {clauses.length === 0 ? <p className="govuk-body">Nothing yet.</p> : null}
      {clauses.map(({ heading, text }) => (
        <div key={heading}>
          <h3 className="govuk-heading-s" id={`clause-${heading}`}>
            {HEADING_WORDS[heading]}
          </h3>
          <WrittenText>{text}</WrittenText>
          <ClauseLinks
            links={links.filter((link) => link.heading === heading)}
            canLink={canLink}
            formKey={formKey}
          />
        </div>
      ))}
      {canLink && clauses.length > 0 ? (
        <Details summary="Say what carries a part out" open={answerTo(answer, "link") !== undefined}>
          <LinkForm
            clauses={clauses}
            linkable={linkable}
            answer={answer}
            formKey={formKey}
            key={links.length}
          />
        </Details>
      ) : null}
    </section>
  );
}

function ClauseLinks({ links, canLink, formKey }: Pick<MouClausesProps, "links" | "canLink" | "formKey">) {
  if (links.length === 0) return null;
  return (
    <ul className="govuk-list">
      {links.map(({ id, title, kindWords, href }) => (
        <li key={id}>
          {kindWords}: <AppLink href={href}>{title}</AppLink>{" "}
          {canLink ? (
            <FormButton
              idempotencyKey={formKey}
              variant="quiet"
              about={`between “${title}” and this part`}
              fields={{ intent: "unlink", linkId: id }}
            >
              Take the link away
            </FormButton>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type LinkFormProps = Pick<MouClausesProps, "clauses" | "linkable" | "answer" | "formKey">;

function LinkForm({ clauses, linkable, answer, formKey }: LinkFormProps) {
  const [form, fields] = useForm<{ heading: string; linkedId: string }>({
    id: "link",
    lastResult: answerTo(answer, "link"),
  });
  if (linkable.length === 0)
    return <p className="govuk-body">There is no promise or milestone to link with yet.</p>;
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "link" }} />
      <Select
        {...fieldOf(fields.heading)}
        label="Part of the agreement"
        placeholder="Choose a part"
        options={clauses.map(({ heading }) => ({ value: heading, label: HEADING_WORDS[heading] }))}
      />
      <Select
        {...fieldOf(fields.linkedId)}
        label="Promise or milestone"
        placeholder="Choose what carries it out"
        options={linkable.map(({ id, label }) => ({ value: id, label }))}
      />
      <Button variant="secondary">Link them</Button>
    </PostForm>
  );
}
