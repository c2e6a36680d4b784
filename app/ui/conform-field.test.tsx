import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { z } from "zod";
import { Checkbox, Checkboxes } from "./checkboxes.tsx";
import { choicesOf, dateOf, errorItems, fieldOf, tickOf } from "./conform-field.ts";
import { DateInput } from "./date-input.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { PostForm } from "./form.tsx";
import { danglingParts } from "./markup-checks.ts";
import { TextInput } from "./text-input.tsx";

const schema = z.object({
  title: z.string({ error: "Enter a title" }),
  note: z.string().max(3, "Shorten the note"),
  kinds: z.array(z.string()),
  agreed: z.literal("on").optional(),
  day: z
    .object({ day: z.string(), month: z.string(), year: z.string() })
    .refine(() => false, "Check the day: there is no such day"),
});

function RefusedForm() {
  const sent = new FormData();
  const typed = {
    note: "too long",
    kinds: "b",
    agreed: "on",
    "day.day": "31",
    "day.month": "2",
    "day.year": "2026",
  };
  for (const [name, value] of Object.entries(typed)) sent.append(name, value);
  const lastResult = parseWithZod(sent, { schema }).reply();
  const [form, fields] = useForm<z.input<typeof schema>>({ id: "meeting", lastResult });
  return (
    <>
      <ErrorSummary errors={errorItems(form)} />
      <PostForm id={form.id} onSubmit={form.onSubmit}>
        <TextInput {...fieldOf(fields.title)} label="Title" />
        <TextInput {...fieldOf(fields.note)} label="Note" />
        <Checkboxes
          {...choicesOf(fields.kinds)}
          label="Kinds"
          options={[
            { value: "a", label: "A" },
            { value: "b", label: "B" },
          ]}
        />
        <Checkbox {...tickOf(fields.agreed)} label="Agreed" />
        <DateInput {...dateOf(fields.day)} label="Day" />
      </PostForm>
    </>
  );
}

it("feeds a refused conform form into our fields: problems linked, what was typed kept", () => {
  const html = renderToStaticMarkup(<RefusedForm />);
  expect(danglingParts(html)).toEqual([]);
  expect(html).toContain('<a href="#meeting-title">Enter a title</a>');
  expect(html).toContain('<a href="#meeting-day">Check the day: there is no such day</a>');
  expect(html).toContain('value="too long"');
  expect(html).toMatch(/name="day\.day"[^>]*value="31"/);
  expect(html).toMatch(/value="b"[^>]*checked|checked[^>]*value="b"/);
  expect(html.match(/checked=""/g)).toHaveLength(2);
});

it("says a problem of a field once, however many checks found it", () => {
  expect(
    errorItems({ id: "person", allErrors: { email: ["No address", "No address", "Too long"] } }),
  ).toEqual([
    { text: "No address", fieldId: "person-email" },
    { text: "Too long", fieldId: "person-email" },
  ]);
});
