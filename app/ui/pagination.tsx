import { AppLink } from "./app-link.tsx";

type PaginationProps = {
  page: number;
  pages: number;
  hrefFor: (page: number) => string;
  label?: string;
};

/** Links to the other pages of a long list; nothing when there is one page. */
export function Pagination({ page, pages, hrefFor, label = "Pages of this list" }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav className="govuk-pagination" aria-label={label}>
      {page > 1 ? (
        <div className="govuk-pagination__prev">
          <AppLink href={hrefFor(page - 1)} className="govuk-link govuk-pagination__link" rel="prev">
            Previous<span className="govuk-visually-hidden"> page</span>
          </AppLink>
        </div>
      ) : null}
      <ul className="govuk-pagination__list">
        {pageNumbers(page, pages).map((number, index, all) => (
          <PageNumber key={number} number={number} page={page} hrefFor={hrefFor} gap={isGap(all, index)} />
        ))}
      </ul>
      {page < pages ? (
        <div className="govuk-pagination__next">
          <AppLink href={hrefFor(page + 1)} className="govuk-link govuk-pagination__link" rel="next">
            Next<span className="govuk-visually-hidden"> page</span>
          </AppLink>
        </div>
      ) : null}
    </nav>
  );
}

type PageNumberProps = { number: number; page: number; hrefFor: (page: number) => string; gap: boolean };

function PageNumber({ number, page, hrefFor, gap }: PageNumberProps) {
  const current = number === page;
  return (
    <>
      {gap ? <li className="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li> : null}
      <li className={`govuk-pagination__item${current ? " govuk-pagination__item--current" : ""}`}>
        <AppLink
          href={hrefFor(number)}
          className="govuk-link govuk-pagination__link"
          aria-label={`Page ${number}`}
          aria-current={current ? "page" : undefined}
        >
          {number}
        </AppLink>
      </li>
    </>
  );
}

/** First, last, and the page with its neighbours. */
function pageNumbers(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  return [...new Set(wanted)];
}

function isGap(all: number[], index: number): boolean {
  const before = all[index - 1];
  const here = all[index];
  return before !== undefined && here !== undefined && here - before > 1;
}
