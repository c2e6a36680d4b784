import type { ReactNode } from "react";
import { FormButton } from "~/ui/form-button";
import { NotificationBanner } from "~/ui/notification-banner";
import { PageShell } from "~/ui/page-shell";
import { PhaseBanner } from "~/ui/phase-banner";
import { SearchBox } from "~/ui/search-box";
import { SignedIn } from "~/ui/site-header";

/** What the frame of every page knows. */
export type FrameData = {
  notice: string | null;
  /** The key of this page's forms: the same form sent twice is one write. */
  formKey: string;
  account: {
    name: string;
    demo: boolean;
    admin: boolean;
    researcher: boolean;
    areas: { slug: string; side: "council" | "community" }[];
  } | null;
};

const RESEARCH = { href: "/research", text: "Research" };

/** The links at the end of every page; what research is told is there for everybody with an account. */
const footerLinks = (isSignedIn: boolean) => [
  { href: "/guide", text: "Guide" },
  ...(isSignedIn ? [RESEARCH] : []),
  { href: "/research/method", text: "Method" },
  { href: "/privacy", text: "Privacy" },
  { href: "/accessibility", text: "Accessibility" },
];

/** Header, banner, notice and footer around a page. */
export function DocumentFrame({ frame, children }: { frame: FrameData | null; children: ReactNode }) {
  const account = frame?.account ?? null;
  return (
    <PageShell
      links={account ? linksOf(account) : []}
      search={account && account.areas.length > 0 ? <SearchBox action="/search" /> : undefined}
      account={
        account ? (
          <SignedIn name={account.name} href="/account">
            <FormButton action="/sign-out" variant="quiet">
              Sign out
            </FormButton>
          </SignedIn>
        ) : undefined
      }
      banner={
        account?.demo ? (
          <PhaseBanner tag="Demonstration">
            Everything here is invented. Demonstration accounts are asked for no second step.
          </PhaseBanner>
        ) : undefined
      }
      notice={frame?.notice ? <NotificationBanner>{frame.notice}</NotificationBanner> : undefined}
      footerLinks={footerLinks(account !== null)}
      footerText="Common Ground: one tracker, two equal sides."
    >
      {children}
    </PageShell>
  );
}

/** Home for everybody; for members of councils also the page over all their areas, for researchers what is released. */
function linksOf({ areas, researcher }: NonNullable<FrameData["account"]>) {
  const hasCouncil = areas.some(({ side }) => side === "council");
  return [
    { href: "/", text: "Home" },
    ...(hasCouncil ? [{ href: "/council", text: "Your areas" }] : []),
    ...(researcher ? [RESEARCH] : []),
  ];
}
