import { href } from "react-router";
import { loadDataPage } from "~/composition/data-page.server";
import { Dictionary, ReadingLines, Statuses } from "~/features/research/components/data-words";
import { HeldReleaseSection } from "~/features/research/components/held-release";
import { getEnvironment } from "~/platform/environment.server";
import { AppLink } from "~/ui/app-link";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { SummaryList } from "~/ui/summary-list";
import type { Route } from "./+types/data";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Take the figures away") }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const origin = getEnvironment().APP_ORIGIN ?? url.origin;
  return { ...(await loadDataPage(context, url, `${origin}${href("/research/data")}`)), origin };
}

const heading = "govuk-heading-m";

/** Every release as files, what stands in them, and how they may be used. */
export default function Data({ loaderData }: Route.ComponentProps) {
  const { releases, page, pages, licence, origin, methods } = loaderData;
  const fileHref = (file: string) => href("/research/method/:file", { file });
  return (
    <>
      <PageTitle>Take the figures away</PageTitle>
      <div className="cg-measure">
        <p className="govuk-body-l">
          These are the figures of every release, as files. They are of kinds of areas, never of one area. A
          release does not change once it is out.
        </p>
        <p className="govuk-body">
          A blank cell is never 0. The word in <code>status</code> says why there is no figure.
        </p>
      </div>
      {releases.length === 0 ? (
        <EmptyState title="There is no release yet">
          Each quarter’s figures are made on the day after it ends. They go out two weeks later.
        </EmptyState>
      ) : null}
      {releases.map((release, at) => (
        <HeldReleaseSection release={release} isNewest={page === 1 && at === 0} key={release.id} />
      ))}
      <Pagination page={page} pages={pages} hrefFor={(to) => `?page=${to}`} label="Pages of releases" />
      <h2 className={heading}>What the statuses mean</h2>
      <Statuses rows={loaderData.statuses} />
      <h2 className={heading}>What the columns mean</h2>
      <Dictionary tables={loaderData.dictionary} />
      <div className="cg-measure">
        <h2 className={heading}>How you may use them</h2>
        <p className="govuk-body">
          <AppLink href={licence.href}>{licence.name}</AppLink>. {licence.says}
        </p>
        {releases.length > 0 ? (
          <>
            <h2 className={heading}>How to cite</h2>
            <SummaryList rows={releases.map(({ id, cite }) => ({ key: id, value: cite }))} />
          </>
        ) : null}
        <h2 className={heading}>Read a release in R or Python</h2>
        <p className="govuk-body">
          Put the file <code>2026-Q3.csv</code>, or another release’s, beside these lines. They read it and
          print the mean of all areas, and how many lines have a figure.
        </p>
        <ReadingLines ways={loaderData.reading} />
        <h2 className={heading}>From a program</h2>
        <p className="govuk-body">
          The same figures are under <code>{`${origin}/api/v1/research/releases`}</code>.{" "}
          <AppLink href={href("/account/tokens")}>Make a token</AppLink> for “Figures for research only”. What
          can be asked is in{" "}
          <AppLink href={href("/api/v1/openapi.json")} reload>
            the description for programs
          </AppLink>{" "}
          (OpenAPI 3.1).
        </p>
        <h2 className={heading}>Work them out again</h2>
        <ul className="govuk-list govuk-list--bullet">
          {methods.map((id) => (
            <li key={id}>
              <AppLink href={fileHref(`${id}.json`)} reload>
                Parameters, weights and indicators of method {id} (JSON)
              </AppLink>
            </li>
          ))}
          <li>
            <AppLink href={fileHref("golden.json")} reload>
              Cases with the numbers that must come out, to six places (JSON)
            </AppLink>
          </li>
        </ul>
        <h2 className={heading}>Changes to the form of the files</h2>
        <SummaryList rows={loaderData.forms} />
      </div>
    </>
  );
}
