import { renderToString } from "react-dom/server";
import { createRoutesStub, Outlet } from "react-router";
import { describe, expect, it } from "vitest";
import { PageMeta } from "./page-meta.tsx";
import { documentTitle } from "./page-title.tsx";

/** The head of a page whose action answered so, within a layout that belongs to a place. */
function headAfter(answer: unknown, place = "", title = "Ask"): string {
  const App = createRoutesStub([
    {
      id: "root",
      path: "/",
      Component: () => (
        <>
          <PageMeta />
          <Outlet />
        </>
      ),
      children: [
        {
          id: "layout",
          handle: { placeIn: "name" },
          children: [
            {
              id: "page",
              index: true,
              Component: () => null,
              meta: () => [{ title: documentTitle(title) }, { name: "robots", content: "none" }],
            },
          ],
        },
      ],
    },
  ]);
  return renderToString(
    <App hydrationData={{ actionData: { page: answer }, loaderData: { layout: { name: place } } }} />,
  );
}

const ask = "Ask – Common Ground";

describe("the title of a page", () => {
  it.each([
    ["before anything was sent", undefined, ask],
    ["of a form that was refused", { lastResult: { error: { title: ["Enter it"] } } }, `Error: ${ask}`],
    ["of a form refused as a whole", { lastResult: { error: { "": ["Not so"] } } }, `Error: ${ask}`],
    ["of a form whose answer is its reply alone", { error: { email: ["Enter it"] } }, `Error: ${ask}`],
    ["of a form with one group more", { lastResult: { initialValue: {}, error: {} } }, ask],
    ["of a form with a field found good", { lastResult: { error: { title: null } } }, ask],
    ["of a form that was done", { lastResult: null, made: "x" }, ask],
  ])("%s", (_, answer, title) => {
    expect(headAfter(answer)).toContain(`<title>${title}</title>`);
  });

  it.each([
    ["the place its layout says", "Mill", "Ask", undefined, "Ask – Mill – Common Ground"],
    ["no place where the layout has none", "", "Ask", undefined, ask],
    ["a place once", "Mill", "Ask at Mill", undefined, "Ask at Mill – Common Ground"],
    [
      "the error first",
      "Mill",
      "Ask",
      { error: { email: ["Enter it"] } },
      "Error: Ask – Mill – Common Ground",
    ],
  ])("names %s", (_, place, title, answer, whole) => {
    expect(headAfter(answer, place, title)).toContain(`<title>${whole}</title>`);
  });

  it("leaves the other entries as they are", () => {
    expect(headAfter({ error: { email: ["Enter it"] } })).toContain('<meta name="robots" content="none"/>');
  });
});
