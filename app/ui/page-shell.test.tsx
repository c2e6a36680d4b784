import { renderToString } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { describe, expect, it } from "vitest";
import { FormButton } from "./form-button.tsx";
import { danglingParts } from "./markup-checks.ts";
import { SectionNavigation } from "./navigation.tsx";
import { PageShell } from "./page-shell.tsx";
import { PhaseBanner } from "./phase-banner.tsx";
import { SearchBox } from "./search-box.tsx";
import { SignedIn } from "./site-header.tsx";

const signOut = (
  <FormButton action="/sign-out" variant="quiet" reload>
    Sign out
  </FormButton>
);
const sectionLinks = [{ href: "/b/c", text: "Meetings", current: "section" as const }];

describe("the page shell", () => {
  const page = (
    <PageShell
      links={[{ href: "/b", text: "Mill", current: "page", count: { number: 3, words: "waiting" } }]}
      search={<SearchBox action="/search" />}
      account={
        <SignedIn name="Ana" href="/account">
          {signOut}
        </SignedIn>
      }
      banner={<PhaseBanner tag="Demonstration">All made up</PhaseBanner>}
      sectionNavigation={<SectionNavigation title="Mill" href="/b" label="Pages" links={sectionLinks} />}
      footerLinks={[{ href: "/guide", text: "Guide" }]}
    >
      <h1>Home</h1>
    </PageShell>
  );
  const App = createRoutesStub([{ path: "/", Component: () => page }]);
  const html = renderToString(<App />);

  it("has its landmarks, the skip link first, and nothing dangles", () => {
    expect(danglingParts(html)).toEqual([]);
    expect(html).toMatch(/^<a href="#main-content" class="govuk-skip-link"/);
    for (const part of ["<header", "<main", "<footer", "All made up", 'action="/sign-out"']) {
      expect(html).toContain(part);
    }
  });

  it("says where the reader is", () => {
    expect(html).toMatch(/aria-current="page"[^>]*>Mill/);
    expect(html).toMatch(/aria-current="true"[^>]*>Meetings/);
    expect(html).toMatch(/3<span class="govuk-visually-hidden"> (<!-- -->)?waiting/);
  });
});
