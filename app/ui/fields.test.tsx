import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AddAnother } from "./add-another.tsx";
import { Checkbox, Checkboxes } from "./checkboxes.tsx";
import { Combobox } from "./combobox.tsx";
import { DateInput } from "./date-input.tsx";
import { FileInput } from "./file-input.tsx";
import { danglingParts } from "./markup-checks.ts";
import { Radios } from "./radios.tsx";
import { Select } from "./select.tsx";
import { TextInput } from "./text-input.tsx";
import { CharacterCount, Textarea } from "./textarea.tsx";
import { TimeInput } from "./time-input.tsx";

const field = { id: "f-place", name: "place", label: "Where was it?" };
const refused = { ...field, hint: "A few words", errors: ["Enter a place"] };
const options = [
  { value: "hall", label: "Hall", hint: "Upstairs" },
  { value: "other", label: "Somewhere else", reveals: <TextInput id="where" name="where" label="Where?" /> },
];
const known = [{ id: "7", text: "Ana Price, chair" }];

const kinds: [string, (props: typeof field & { hint?: string; errors?: string[] }) => ReactElement][] = [
  ["text input", (props) => <TextInput {...props} value="Hall" suffix="people" />],
  ["textarea", (props) => <Textarea {...props} value="Hall" />],
  ["character count", (props) => <CharacterCount {...props} maxLength={20} value="Hall" />],
  [
    "select",
    (props) => <Select {...props} options={options.map(({ value, label }) => ({ value, label }))} />,
  ],
  ["radios", (props) => <Radios {...props} options={options} value="other" />],
  ["checkboxes", (props) => <Checkboxes {...props} options={options} values={["hall"]} />],
  ["checkbox", (props) => <Checkbox {...props} checked />],
  ["date input", (props) => <DateInput {...props} value="2026-03-03" />],
  ["date input with quick days", (props) => <DateInput {...props} quick />],
  ["time input", (props) => <TimeInput {...props} value="19:30" />],
  ["combobox", (props) => <Combobox {...props} options={known} value="ana price, Chair" />],
  ["file input", (props) => <FileInput {...props} />],
];

describe.each(kinds)("%s", (_, render) => {
  it("binds its label, and nothing dangles", () => {
    const html = renderToStaticMarkup(render(field));
    expect(danglingParts(html)).toEqual([]);
    expect(html).toContain("Where was it?");
    expect(html).not.toContain("aria-invalid");
  });

  it("ties hint and problem to the control, in reach of a link from the error summary", () => {
    const html = renderToStaticMarkup(render(refused));
    expect(danglingParts(html)).toEqual([]);
    expect(html).toContain("A few words");
    expect(html).toMatch(/aria-describedby="[^"]*f-place-error/);
    expect(html).toContain("Error:</span> Enter a place");
    expect(html).toContain("govuk-form-group--error");
    expect(html).toMatch(/<(input|select|textarea)[^>]* id="f-place"/);
  });
});

describe("what was typed", () => {
  it.each([
    ["text", <TextInput {...field} value='Tom&apos;s "Hall"' key="1" />, "&quot;Hall&quot;"],
    ["lines", <Textarea {...field} value="One" key="1" />, ">One</textarea>"],
    [
      "a day that is none",
      <DateInput {...field} value={{ day: "31", month: "2", year: "26" }} key="1" />,
      'value="31"',
    ],
    [
      "a known name",
      <Combobox {...field} options={known} value="ana price, Chair" key="1" />,
      'name="placeId" value="7"',
    ],
    ["a new name", <Combobox {...field} options={known} value="Cy" key="1" />, 'name="placeId" value=""'],
  ])("comes back: %s", (_, element, part) => {
    expect(renderToStaticMarkup(element)).toContain(part);
  });
});

describe("a repeating group", () => {
  const group = (items: { text: string }[]) =>
    renderToStaticMarkup(
      <AddAnother id="p" name="p" itemName="promise" items={items} emptyItem={{ text: "" }}>
        {(item, at) => (
          <TextInput id={`${at.id}-text`} name={`${at.name}.text`} label="What?" value={item.text} />
        )}
      </AddAnother>,
    );

  it("names each field by its place, and its buttons work without script", () => {
    const html = group([{ text: "a" }, { text: "b" }]);
    expect(danglingParts(html)).toEqual([]);
    expect(html).toContain('name="p[1].text" value="b"');
    expect(html).toContain('value="remove:p:1" name="intent"');
    expect(html).toContain('value="add:p" name="intent"');
  });

  it("lets the Enter key send the form instead of removing a group", () => {
    expect(group([{ text: "a" }, { text: "b" }]).match(/<button[^>]*>/)?.[0]).not.toContain("intent");
  });

  it("keeps the last group", () => {
    expect(group([{ text: "a" }])).not.toContain("remove:");
  });
});
