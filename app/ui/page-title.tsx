import type { ReactNode } from "react";

type PageTitleProps = {
  /** What the page belongs to, in small above the title. */
  caption?: ReactNode;
  size?: "l" | "xl" | undefined;
  /** A tag or a button beside the title. */
  aside?: ReactNode;
  children: ReactNode;
};

/** The h1 of a page. */
export function PageTitle({ caption, size = "l", aside, children }: PageTitleProps) {
  return (
    <div className="cg-title">
      <div className="cg-title__words">
        {caption ? <span className={`govuk-caption-${size}`}>{caption}</span> : null}
        <h1 className={`govuk-heading-${size}`}>{children}</h1>
      </div>
      {aside ? <div className="cg-title__aside">{aside}</div> : null}
    </div>
  );
}

const OURS = "Common Ground";

/** The title as browsers, bookmarks and screen readers show it. That a form was refused, page-meta.tsx says. */
export function documentTitle(title: string, { place }: { place?: string } = {}) {
  return [title, place, OURS].filter(Boolean).join(" – ");
}

/** The title with the place it belongs to, where it does not name that already: "Meetings – Mill – Common Ground". */
export function withPlace(title: string, place: string): string {
  const end = ` – ${OURS}`;
  if (place === "" || title.includes(place) || !title.endsWith(end)) return title;
  return documentTitle(title.slice(0, -end.length), { place });
}
