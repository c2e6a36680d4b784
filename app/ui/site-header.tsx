import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";
import { Navigation, type NavigationLink } from "./navigation.tsx";

type SiteHeaderProps = {
  homeHref?: string | undefined;
  links?: readonly NavigationLink[] | undefined;
  search?: ReactNode;
  account?: ReactNode;
};

/** The product's name and mark, the main links, search, and who is signed in. */
export function SiteHeader({ homeHref = "/", links = [], search, account }: SiteHeaderProps) {
  return (
    <header className="cg-header">
      <div className="govuk-width-container cg-header__row">
        <AppLink href={homeHref} className="cg-header__home">
          <Mark />
          Common Ground
        </AppLink>
        {links.length > 0 ? <Navigation label="Main" links={links} /> : null}
        {search || account ? (
          <div className="cg-header__end">
            {search}
            {account}
          </div>
        ) : null}
      </div>
    </header>
  );
}

/** Two circles of the same size; the ground they share is the product's own green. */
function Mark() {
  return (
    <svg className="cg-mark" viewBox="0 0 48 32" width="42" height="28" aria-hidden="true" focusable="false">
      <circle className="cg-mark__warm" cx="16" cy="16" r="15" />
      <circle className="cg-mark__cool" cx="32" cy="16" r="15" />
      <path className="cg-mark__shared" d="M24 3.3a15 15 0 0 1 0 25.4a15 15 0 0 1 0-25.4z" />
    </svg>
  );
}

type SignedInProps = { name: string; href: string; children: ReactNode };

/** Who is signed in, linked to their account, with the sign-out form as children. */
export function SignedIn({ name, href, children }: SignedInProps) {
  return (
    <div className="cg-account">
      <AppLink href={href} className="govuk-link cg-account__name">
        <span className="govuk-visually-hidden">Your account: </span>
        {name}
      </AppLink>
      {children}
    </div>
  );
}
