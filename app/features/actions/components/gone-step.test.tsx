import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { GoneStep } from "./gone-step";

const answer = { intent: "dismiss:C1.1", lastResult: { initialValue: { reason: "After the summer" } } };

it("keeps what was typed where the step's form is gone", () => {
  const html = renderToStaticMarkup(<GoneStep answer={answer} shown={[{ id: "C1.2" }]} />);
  expect(html).toContain("answered meanwhile");
  expect(html).toContain("After the summer");
});

it.each([
  ["its form is there", answer, [{ id: "C1.1" }]],
  ["nothing was sent", undefined, []],
])("says nothing where %s", (_, given, shown) => {
  expect(renderToStaticMarkup(<GoneStep answer={given} shown={shown} />)).toBe("");
});
