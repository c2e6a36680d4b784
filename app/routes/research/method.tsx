import { href } from "react-router";
import { QUESTIONS } from "~/features/check-ins/questions";
import { Formulas, Sentences, Sources } from "~/features/research/components/method-parts";
import {
  IndicatorTable,
  ParameterTable,
  SensitivityTable,
} from "~/features/research/components/method-tables";
import { certaintyFormulas, itemFormulas, scoreFormulas } from "~/features/research/formulas";
import {
  BEFORE_COMPARING,
  CHANGELOG,
  JUDGEMENTS,
  LIMITS,
  readingRules,
  SOURCES,
  VERSION_RULES,
} from "~/features/research/method-text";
import { methodView } from "~/features/research/method-view";
import sensitivity from "~/features/research/sensitivity.json";
import { currentMethod } from "~/features/scoring/methods";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { SummaryList } from "~/ui/summary-list";
import type { Route } from "./+types/method";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("How the figures are made") }];

export function loader() {
  const { parameters } = currentMethod;
  return {
    method: methodView(currentMethod),
    limits: LIMITS,
    judgements: JUDGEMENTS,
    before: BEFORE_COMPARING,
    items: itemFormulas(parameters),
    formulas: [...scoreFormulas(parameters), ...certaintyFormulas(parameters)],
    reading: readingRules(parameters),
    questions: QUESTIONS.map(({ id, text }) => ({ key: id, value: text })),
    versions: VERSION_RULES,
    changelog: CHANGELOG.map(({ method, what }) => ({ key: method, value: what })),
    sources: SOURCES,
    sensitivity,
  };
}

const heading = "govuk-heading-m";

/** The method in full, for whoever wants to judge it: its limits first. */
export default function Method({ loaderData }: Route.ComponentProps) {
  const { method, limits, judgements, before, items, formulas, reading } = loaderData;
  const fileHref = (file: string) => href("/research/method/:file", { file });
  return (
    <>
      <PageTitle caption={`Method ${method.id}`} aside={<PrintButton />}>
        How the figures are made
      </PageTitle>
      <div className="cg-measure">
        <p className="govuk-body-l">
          The health of a relationship is worked out from what both sides have recorded and from what they say
          of each other. This page tells how, so that you can judge it.
        </p>
        <h2 className={heading}>What the figure is not</h2>
        <Sentences items={limits} />
        <h2 className={heading}>What is a matter of judgement</h2>
        <Sentences items={judgements} />
        <p className="govuk-body">Before any comparison of areas is published, there must be:</p>
        <Sentences items={before} />
        <h2 className={heading}>Try it</h2>
        <p className="govuk-body">
          <AppLink href={href("/research/method/calculator")}>Change an example by hand</AppLink> and see
          every number on the way. It is worked out by the same program.
        </p>
        <h2 className={heading}>From a record to an item</h2>
        <p className="govuk-body">
          Each record is turned into items. An item says how good something was (s, from 0 to 1) and how much
          that says today (w). An item is filed under the side whose conduct it shows.
        </p>
        <Formulas formulas={items} />
        <h2 className={heading}>From items to the figure</h2>
        <Formulas formulas={formulas} />
        <h2 className={heading}>How to read it</h2>
        <Sentences items={reading} />
      </div>
      <h2 className={heading}>The 28 indicators and the check-in</h2>
      <p className="govuk-body">
        * is the main indicator of its component. H is the half-life, tau how fast lateness takes its toll, W
        the weight of one stream. The letters and numbers at the end are actions of the{" "}
        <AppLink href={href("/guide")}>guide</AppLink>.
      </p>
      <IndicatorTable indicators={method.indicators} />
      <div className="cg-measure">
        <h2 className={heading}>Parameters</h2>
        <ParameterTable parameters={method.parameters} />
        <p className="govuk-body">
          Hash of the parameters (SHA-256): <code className="cg-code">{method.hash}</code>
        </p>
        <h2 className={heading}>What changes if a judgement changes</h2>
        <p className="govuk-body">
          Three invented areas, with one parameter changed at a time. Which of them stands highest and which
          lowest never changes. How much imbalance costs matters most where one side has broken its promises:
          up to 18 points. Elsewhere the most is 6 points, for how fast facts fade in an area that has fallen
          silent.
        </p>
        <SensitivityTable sensitivity={loaderData.sensitivity} />
        <h2 className={heading}>The questions of the check-in</h2>
        <p className="govuk-body">
          Both sides are asked the same about each other, at most every three months. Each is answered from 1
          (do not agree) to 5 (agree), or with “don’t know”, which counts as no answer.
        </p>
        <SummaryList rows={loaderData.questions} />
        <h2 className={heading}>Versions</h2>
        <Sentences items={loaderData.versions} />
        <SummaryList rows={loaderData.changelog} />
        <h2 className={heading}>Check it yourself</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>
            <AppLink href={fileHref(`${method.id}.json`)} reload>
              Parameters, weights and indicators of method {method.id} (JSON)
            </AppLink>
          </li>
          <li>
            <AppLink href={fileHref("golden.json")} reload>
              Cases with the numbers that must come out, to six places (JSON)
            </AppLink>
          </li>
        </ul>
        <h2 className={heading}>Sources</h2>
        <Sources sources={loaderData.sources} />
      </div>
    </>
  );
}
