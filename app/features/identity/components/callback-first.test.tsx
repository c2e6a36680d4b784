import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { describe, expect, it } from "vitest";
import { danglingParts } from "~/ui/markup-checks";
import { CallbackFirst } from "./callback-first";
import { SingleSignOnForm } from "./single-sign-on-form";

const ISSUER = "https://login.council.example";

/** The page of a council whose sign-in is not set up: both of its forms. */
function rendered(first: Omit<Parameters<typeof CallbackFirst>[0], "issuer">): string {
  const Page = () => (
    <>
      <CallbackFirst issuer={ISSUER} {...first} />
      <SingleSignOnForm provider={null} issuer={ISSUER} answer={undefined} formKey={undefined} />
    </>
  );
  const Stub = createRoutesStub([{ path: "/", Component: Page }]);
  return renderToStaticMarkup(<Stub />);
}

describe("a council's sign-in that is not set up", () => {
  it("shows the address to give them, and keeps the issuer for the form that saves it", () => {
    const html = rendered({ callback: "https://here.example/back", problem: null });
    expect(html).toContain("<code>https://here.example/back</code>");
    expect(html.split(`value="${ISSUER}"`)).toHaveLength(3);
    expect(danglingParts(html)).toEqual([]);
  });

  it("says beside the field what is wrong with the issuer, and shows no address", () => {
    const html = rendered({ callback: null, problem: "Enter the provider’s address" });
    expect(html).toContain("Enter the provider’s address");
    expect(html).toContain("govuk-input--error");
    expect(html).not.toContain("<code>");
    expect(danglingParts(html)).toEqual([]);
  });
});
