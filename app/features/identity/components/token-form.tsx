import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { fieldOf } from "~/ui/conform-field";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { InsetText } from "~/ui/inset-text";
import { IntentForm } from "~/ui/intent-form";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { ToCopy } from "~/ui/to-copy";
import { TOKEN_ACCESS_WORDS, TOKEN_DAYS } from "../token";

type Props = { areas: readonly { slug: string; name: string }[]; answer: FormAnswer | undefined };

/** Makes a token: what for, what it may do, where, and how long. */
export function TokenForm({ areas, answer }: Props) {
  const [form, fields] = useForm<{ name: string; access: string; area: string; days: string }>({
    id: "token",
    lastResult: answerTo(answer, "make"),
    defaultValue: { access: "read", days: "90" },
  });
  return (
    <IntentForm form={form} intent="make" formKey={undefined}>
      <TextInput
        {...fieldOf(fields.name)}
        label="What is it for?"
        hint="Such as “Our newsletter’s list of meetings”"
        autoComplete="off"
      />
      <Radios
        {...fieldOf(fields.access)}
        label="What may it do?"
        options={[
          { value: "read", label: TOKEN_ACCESS_WORDS.read, hint: "It sees what you see." },
          {
            value: "write",
            label: TOKEN_ACCESS_WORDS.write,
            hint: "It can also do what your role can. What it writes carries your name.",
          },
          {
            value: "research",
            label: TOKEN_ACCESS_WORDS.research,
            hint: "It reads what releases tell of all areas together, and no record.",
          },
        ]}
      />
      {areas.length > 1 ? (
        <Select
          {...fieldOf(fields.area)}
          label="For which area?"
          placeholder="All of my areas"
          options={areas.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      ) : null}
      <Select
        {...fieldOf(fields.days)}
        label="For how long?"
        options={TOKEN_DAYS.map((days) => ({ value: days, label: `${days} days` }))}
      />
      <Button>Make a token</Button>
    </IntentForm>
  );
}

/** The token itself, this once. */
export function NewToken({ token }: { token: string }) {
  return (
    <InsetText>
      <p className="govuk-body">
        Copy your token now. It is shown this once. Whoever has it can do what you said it may.
      </p>
      <ToCopy id="new-token" label="Your new token" text={token} />
    </InsetText>
  );
}

/** How a program uses a token; `description` is where a program finds what there is. */
export function TokenHelp({ origin, description }: { origin: string; description: string }) {
  const line = `curl -H "Authorization: Bearer YOUR-TOKEN" ${origin}/api/v1/areas`;
  return (
    <>
      <h2 className="govuk-heading-m">How a program uses it</h2>
      <p className="govuk-body">A line for a terminal, with your token in its place:</p>
      <p className="govuk-body">
        <code>{line}</code>
      </p>
      <p className="govuk-body">
        All that can be asked and sent is in{" "}
        <a className="govuk-link" href={description}>
          the description for programs
        </a>{" "}
        (OpenAPI 3.1).
      </p>
    </>
  );
}
