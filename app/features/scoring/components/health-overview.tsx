import { AppLink } from "~/ui/app-link";
import { HealthWheel } from "~/ui/charts/health-wheel";
import { TrendLine } from "~/ui/charts/trend-line";
import { InsetText } from "~/ui/inset-text";

type Component = {
  id: string;
  name: string;
  value: number | null;
  lo: number | null;
  hi: number | null;
  says: string;
  gap: { community: boolean; points: number; says: string } | null;
};

type HealthOverviewProps = {
  /** Whose relationship: "Millbrook Rise and Wexcombe Borough". */
  between: string;
  overall: { value: string; lo: number; hi: number } | null;
  says: string;
  components: readonly Component[];
  hrefOf: (component: string) => string;
};

/** The health of one relationship: the overall figure with its likely range, and the wheel of five. */
export function HealthOverview({ between, overall, says, components, hrefOf }: HealthOverviewProps) {
  const gaps = components.filter((one) => one.gap !== null);
  return (
    <>
      <p className="cg-figure">
        {overall ? (
          <>
            <strong className="govuk-heading-xl">{overall.value}</strong>{" "}
            <span className="govuk-body">
              out of 100 for {between}, likely between {Math.round(overall.lo)} and {Math.round(overall.hi)}
            </span>
          </>
        ) : (
          <span className="govuk-body">No overall figure yet for {between}</span>
        )}
      </p>
      <p className="govuk-body">{says}</p>
      {gaps.length > 0 ? (
        <InsetText>
          {gaps.map((one) => (
            <p key={one.id}>{one.gap?.says}</p>
          ))}
          <p>
            Such a difference is not scored: it is worth talking about. The likely range grows wider the
            longer ago people answered.
          </p>
        </InsetText>
      ) : null}
      <HealthWheel
        title="Health by component"
        sentence={wheelSentence(components)}
        spokeHeader="Component"
        spokes={components.map((one) => ({
          id: one.id,
          label: one.name,
          value: one.value,
          lo: one.lo,
          hi: one.hi,
          statusText: one.says,
          href: hrefOf(one.id),
        }))}
      />
    </>
  );
}

function wheelSentence(components: readonly Component[]): string {
  const known = components
    .filter((one) => one.value !== null)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [best, worst] = [known[0], known.at(-1)];
  if (!best || !worst) return "There is not enough evidence yet for any of the five components.";
  if (best === worst) return `${best.name} is the one component with enough evidence for a figure.`;
  return `${best.name} stands highest, ${worst.name} lowest, of ${known.length} with enough evidence for a figure.`;
}

type TrendProps = {
  sentence: string;
  points: readonly { day: string; value: number | null; lo: number | null; hi: number | null }[];
};

/** The overall figure over two years. */
export function HealthTrend({ sentence, points }: TrendProps) {
  if (points.every(({ value }) => value === null)) return null;
  return <TrendLine title="The overall figure over two years" sentence={sentence} points={points} />;
}

type CouncilChoiceProps = { current: string; others: readonly { council: string; href: string }[] };

/** Where an area has several councils: which relationship is shown, and the way to the others. */
export function CouncilChoice({ current, others }: CouncilChoiceProps) {
  if (others.length === 0) return null;
  return (
    <p className="govuk-body">
      Shown: the relationship with <strong>{current}</strong>. See also{" "}
      {others.map(({ council, href }, index) => (
        <span key={href}>
          {index > 0 ? ", " : ""}
          <AppLink href={href}>{council}</AppLink>
        </span>
      ))}
      .
    </p>
  );
}
