import { Checkboxes } from "~/ui/checkboxes";
import { choicesOf, dateOf, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import type { Question } from "../evidence-form";

type Asked = {
  id: string;
  name: string;
  errors?: string[] | undefined;
  defaultValue?: string | undefined;
  defaultOptions?: string[] | undefined;
  initialValue?: unknown;
};

/** One question of a kind, as the field its type asks for. */
export function QuestionField({ question, field }: { question: Question; field: Asked }) {
  const { type, label, hint, optional, options, unit, quick } = question;
  const words = { label, optional, hint: hint ?? undefined };
  switch (type) {
    case "text":
      return <Textarea {...fieldOf(field)} {...words} rows={4} />;
    case "day":
      return <DateInput {...dateOf(field)} {...words} quick={quick} />;
    case "choice":
      // A chosen radio cannot be taken back: what may be left open is a list with an empty choice.
      return optional ? (
        <Select {...fieldOf(field)} {...words} placeholder="Not said" options={options} />
      ) : (
        <Radios {...fieldOf(field)} {...words} options={options} />
      );
    case "side":
    case "yes-no":
      return <Radios {...fieldOf(field)} {...words} options={options} />;
    case "choices":
      return <Checkboxes {...choicesOf(field)} {...words} options={options} />;
    case "person":
    case "project":
      return (
        <Select
          {...fieldOf(field)}
          {...words}
          placeholder={type === "person" ? "Nobody by name" : "No project"}
          options={options}
        />
      );
    case "count":
      return (
        <TextInput {...fieldOf(field)} {...words} inputMode="numeric" width={10} prefix={unit ?? undefined} />
      );
    default:
      return <TextInput {...fieldOf(field)} {...words} />;
  }
}
