import { renderToString } from "react-dom/server";
import { createRoutesStub, Outlet } from "react-router";
import { describe, expect, it } from "vitest";
import { PageMeta } from "./page-meta.tsx";
import { documentTitle } from "./page-title.tsx";

/** The head of a page whose action answered so. */
function headAfter(answer: unknown): string {
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
          id: "page",
          index: true,
          Component: () => null,
          meta: () => [{ title: documentTitle("Ask") }, { name: "robots", content: "none" }],
        },
      ],
    },
  ]);
  return renderToString(<App hydrationData={{ actionData: { page: answer } }} />);
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

  it("leaves the other entries as they are", () => {
    expect(headAfter({ error: { email: ["Enter it"] } })).toContain('<meta name="robots" content="none"/>');
  });
});
