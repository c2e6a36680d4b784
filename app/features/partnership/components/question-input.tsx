import { Checkboxes } from "~/ui/checkboxes";
import { choicesOf, dateOf, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import type { Question } from "../question";

type Field = Parameters<typeof fieldOf>[0] & Parameters<typeof choicesOf>[0] & Parameters<typeof dateOf>[0];

/** A question about a line, as the input it wants. */
export function QuestionInput({ question, field }: { question: Question; field: Field }) {
  const { type, label, hint, optional, options = [] } = question;
  const words = { label, hint, optional };
  if (type === "text") return <Textarea {...fieldOf(field)} {...words} rows={3} />;
  if (type === "day") return <DateInput {...dateOf(field)} {...words} />;
  if (type === "choice") return <Radios {...fieldOf(field)} {...words} options={options} small />;
  if (type === "ticks") return <Checkboxes {...choicesOf(field)} {...words} options={options} small />;
  if (type === "line") return <TextInput {...fieldOf(field)} {...words} autoComplete="off" />;
  const empty = optional ? "Not said" : "Choose one";
  return <Select {...fieldOf(field)} {...words} placeholder={empty} options={options} />;
}
