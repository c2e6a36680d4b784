import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";

type SiteFooterProps = {
  links?: readonly { href: string; text: string }[] | undefined;
  text?: ReactNode;
};

/** The links at the end of every page. */
export function SiteFooter({ links = [], text }: SiteFooterProps) {
  return (
    <footer className="cg-footer">
      <div className="govuk-width-container">
        {links.length > 0 ? (
          <ul className="cg-footer__links">
            {links.map(({ href, text: words }) => (
              <li key={href}>
                <AppLink href={href}>{words}</AppLink>
              </li>
            ))}
          </ul>
        ) : null}
        {text ? <p className="govuk-body-s cg-footer__text">{text}</p> : null}
      </div>
    </footer>
  );
}
