import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MeetingForm } from "./meeting-form";
import { type TypedValues, typedForm } from "./typed-form";

const options = {
  ours: "the partnership",
  theirs: "Barley Borough",
  people: [{ id: "p1", text: "Olu Officer, Barley Borough" }],
  rolesOurs: [{ value: "chair", label: "Chair" }],
  rolesTheirs: [{ value: "officer", label: "Officer" }],
  councils: [],
  projects: [{ value: "j1", label: "A field for all" }],
  audience: "Both sides will see this.",
};

/** The form as it is shown: with these values, and with these problems after it was sent. */
function shown(values: TypedValues, error?: Record<string, string[]>): string {
  const answer = error && {
    lastResult: { initialValue: values as never, error },
    intent: "save",
    conflict: null,
  };
  const form = typedForm("f", answer, values);
  const more = { formKey: undefined, submitText: "Save", cancelHref: "/", first: true };
  return renderToString(<MeetingForm form={form} options={options} {...more} />);
}

const FOLDED = /<details class="[^"]*">(?:(?!<details)[\s\S])*?<\/details>/;

/** What is in sight: everything but what is folded up. */
function inSight(html: string): string {
  return FOLDED.test(html) ? inSight(html.replace(FOLDED, "")) : html;
}

const namesIn = (html: string) =>
  [...html.matchAll(/<(?!input type="hidden")[^>]* name="([^"]+)"/g)].map(([, name]) => name);

const EMPTY = { on: { quick: "today" }, how: "in_person" };

describe("a meeting's form", () => {
  it("asks five things, and keeps the rest folded up", () => {
    const asked = namesIn(inSight(shown(EMPTY))).filter((name) => name !== "intent");
    expect([...new Set(asked.map((name) => name?.split(/[.[]/)[0]))]).toEqual(
      "on how title theirs nobodyTheirs ours nobodyOurs".split(" "),
    );
    expect(asked.filter((name) => name?.includes("["))).toEqual(["theirs[0].person", "ours[0].person"]);
  });

  it.each([
    ["a capacity", { theirs: [{ person: "Olu Officer", capacity: "officer" }] }, "theirs[0].capacity"],
    ["a promise", { promises: [{ text: "Mend the gate" }] }, "promises[0].text"],
    ["the day of a promise", { promises: [{ due: { day: "3" } }] }, "promises[0].due.day"],
    ["a second promise asked for", { promises: [{}, {}] }, "promises[1].text"],
    ["the person of a promise", { promises: [{ person: "Olu Officer" }] }, "promises[0].person"],
    ["a project", { projects: ["j1"] }, "projects"],
    ["one project, as a browser sends one", { projects: "j1" }, "projects"],
    ["what went well", { wentWell: "Much" }, "wentWell"],
  ])("shows %s that was typed", (_, values, name) => {
    expect(namesIn(inSight(shown({ ...EMPTY, ...values })))).toContain(name);
  });

  it.each(["theirs[0].capacity", "promises[0].due", "durationMinutes", "decisions[0].residentsFor"])(
    "shows a problem with %s",
    (field) => {
      const html = inSight(shown(EMPTY, { [field]: ["Not so"] }));
      expect(html).toContain("Not so");
    },
  );
});
