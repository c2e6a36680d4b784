import { AppLink } from "./app-link.tsx";
import { classNames } from "./class-names.ts";

export type NavigationLink = {
  href: string;
  text: string;
  /** "page": this very page. "section": a page below it. */
  current?: "page" | "section" | undefined;
  /** A number beside the link, with its words for screen readers: { number: 3, words: "waiting" }. */
  count?: { number: number; words: string } | undefined;
};

type NavigationProps = {
  label: string;
  links: readonly NavigationLink[];
  /** What the menu button of small screens says. */
  menuText?: string | undefined;
};

/** So few links need no menu: they fit a narrow screen. */
const ALWAYS_SHOWN = 2;

/** A row of links on wide screens, a menu that opens on narrow ones; no script in either. */
export function Navigation({ label, links, menuText = "Menu" }: NavigationProps) {
  const list = (
    <ul className="cg-nav__list">
      {links.map((link) => (
        <li key={link.href}>
          <NavigationItem link={link} />
        </li>
      ))}
    </ul>
  );
  return (
    <nav className={classNames("cg-nav", links.length <= ALWAYS_SHOWN && "cg-nav--short")} aria-label={label}>
      {links.length <= ALWAYS_SHOWN ? (
        list
      ) : (
        <details className="cg-nav__menu">
          <summary className="cg-nav__button">{menuText}</summary>
          {list}
        </details>
      )}
    </nav>
  );
}

function NavigationItem({ link: { href, text, current, count } }: { link: NavigationLink }) {
  const aria = current === "page" ? ("page" as const) : current ? true : undefined;
  return (
    <AppLink href={href} className="cg-nav__link" aria-current={aria}>
      {text}
      {count ? (
        <>
          {" "}
          <span className="cg-count">
            {count.number}
            <span className="govuk-visually-hidden"> {count.words}</span>
          </span>
        </>
      ) : null}
    </AppLink>
  );
}

/** The links of one part of the product, in a strip below the header, under that part's name. */
export function SectionNavigation({
  title,
  href,
  label,
  ...props
}: NavigationProps & { title: string; href: string }) {
  return (
    <section className="cg-section" aria-label={title}>
      <div className="govuk-width-container">
        <p className="cg-section__title">
          <AppLink href={href} className="cg-section__link">
            {title}
          </AppLink>
        </p>
        <Navigation label={label} {...props} />
      </div>
    </section>
  );
}
