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
  /** Links that are wanted less often: folded up behind the others, unless one of them is where the reader is. */
  more?: readonly NavigationLink[] | undefined;
  /** What the menu button of small screens says. */
  menuText?: string | undefined;
};

/** So few links need no menu: they fit a narrow screen. */
const ALWAYS_SHOWN = 2;

/** A row of links on wide screens, a menu that opens on narrow ones; no script in either. */
export function Navigation({ label, links, more = [], menuText = "Menu" }: NavigationProps) {
  const list = (
    <ul className="cg-nav__list">
      <Items links={links} />
      {more.length > 0 ? (
        <li className="cg-nav__more">
          {/* Another page folds it again, or unfolds it. */}
          <details open={more.some(({ current }) => current)} key={more.find(({ current }) => current)?.href}>
            <summary className="cg-nav__link">More</summary>
            <ul className="cg-nav__list">
              <Items links={more} />
            </ul>
          </details>
        </li>
      ) : null}
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

function Items({ links }: { links: readonly NavigationLink[] }) {
  return links.map((link) => (
    <li key={link.href}>
      <NavigationItem link={link} />
    </li>
  ));
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
