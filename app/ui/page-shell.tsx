import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import type { NavigationLink } from "./navigation.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";

export type PageShellProps = {
  homeHref?: string | undefined;
  /** The main links, beside the product's name. */
  links?: readonly NavigationLink[] | undefined;
  /** A search box, shown in the header. */
  search?: ReactNode;
  /** Who is signed in, with the sign-out form. */
  account?: ReactNode;
  /** A strip across the whole page, above everything: what kind of place this is. */
  banner?: ReactNode;
  /** Links of the part of the product the page belongs to. */
  sectionNavigation?: ReactNode;
  /** Breadcrumbs or a link back. */
  trail?: ReactNode;
  /** What just happened. */
  notice?: ReactNode;
  footerLinks?: readonly { href: string; text: string }[] | undefined;
  footerText?: ReactNode;
  children: ReactNode;
};

/** The frame of every page: skip link, header, trail, main part, footer. Goes inside <body>. */
export function PageShell(props: PageShellProps) {
  const { banner, sectionNavigation, trail, notice, children } = props;
  return (
    <>
      <a href="#main-content" className="govuk-skip-link">
        Skip to main content
      </a>
      {banner}
      <SiteHeader
        homeHref={props.homeHref}
        links={props.links}
        search={props.search}
        account={props.account}
      />
      {sectionNavigation}
      <div className="govuk-width-container cg-page">
        {trail}
        <main className={classNames("govuk-main-wrapper", "cg-main")} id="main-content" tabIndex={-1}>
          {notice}
          {children}
        </main>
      </div>
      <SiteFooter links={props.footerLinks} text={props.footerText} />
    </>
  );
}

/** The class names that <html> and <body> need for the style sheet to work. */
export const pageClasses = { html: "govuk-template", body: "govuk-template__body cg-body" } as const;
