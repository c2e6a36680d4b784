import { PairLines } from "~/ui/charts/pair-lines";
import { pointsOf, type SideNames } from "../gap-words.ts";
import type { Views } from "../results.ts";
import { STEPS } from "../steps.ts";

/** A round that was released, with what it says. */
export type ReleasedRound = { id: string; on: string; views: readonly Views[] };

type ResultsOverTimeProps = {
  /** Oldest first. */
  rounds: readonly ReleasedRound[];
  names: SideNames;
};

/** Both sides' levels from round to round, a picture and a table for each component. */
export function ResultsOverTime({ rounds, names }: ResultsOverTimeProps) {
  if (rounds.length < 2) return null;
  return (
    <section aria-labelledby="over-time">
      <h2 className="govuk-heading-m" id="over-time">
        From check-in to check-in
      </h2>
      <p className="govuk-body">
        Each line is what one side says of the other, out of 100. Other people may have answered each time.
      </p>
      {STEPS.map(({ component, name }) => {
        const points = rounds.map(({ on, views }) => ({ day: on, ...levelsOf(views, component) }));
        return (
          <PairLines
            key={component}
            title={name}
            sentence={sentenceOf(points, names)}
            points={points}
            names={{ warm: `What ${names.community} says`, cool: `What ${names.council} says` }}
            absentText="Too few"
          />
        );
      })}
    </section>
  );
}

type Levels = { warm: number | null; cool: number | null };

function levelsOf(views: readonly Views[], component: Views["component"]): Levels {
  const found = views.find((one) => one.component === component);
  return { warm: found?.by.community?.value ?? null, cool: found?.by.council?.value ?? null };
}

/** What became of both levels between the first and the last round that has them. */
function sentenceOf(points: readonly Levels[], names: SideNames): string {
  const line = (tone: keyof Levels, name: string) => {
    const known = points.flatMap((one) => (one[tone] === null ? [] : [pointsOf(one[tone])]));
    const [from, to] = [known[0], known.at(-1)];
    if (from === undefined || to === undefined) return `Too few of ${name} have answered so far.`;
    const said = `What ${name} says`;
    if (known.length === 1) return `${said}: ${from}, once.`;
    return from === to ? `${said} stayed at ${from}.` : `${said} went from ${from} to ${to}.`;
  };
  return `${line("warm", names.community)} ${line("cool", names.council)}`;
}
