import { type ReactNode, useId } from "react";
import { classNames } from "../class-names.ts";
import { Details } from "../details.tsx";

export type ChartText = {
  /** What the picture is of. */
  title: string;
  /** What the picture shows, in a sentence or two: all that some readers will get. */
  sentence: ReactNode;
};

type ChartFigureProps = ChartText & {
  /** The box kept free for the picture, so that nothing jumps when it is drawn: see _charts.scss. */
  box: "wheel" | "trend" | `rows-${number}`;
  /** The drawing, once it is here; null before. */
  picture: ReactNode;
  /** What the marks and colours mean. */
  legend?: ReactNode;
  table: ReactNode;
  /** Folds the table up, under these words: for long ones. It opens on paper and where there is no script. */
  foldTable?: boolean | string | undefined;
};

/**
 * A picture with its words. The sentence and the table come from the server and say everything; the picture
 * is drawn over the empty box when the page is idle, and only where script runs; its legend has its place till then.
 */
export function ChartFigure(props: ChartFigureProps) {
  const { title, sentence, box, picture, legend, table, foldTable } = props;
  const id = useId();
  return (
    <figure className={`cg-figure cg-figure--${box.replace(/-\d+$/, "")}`} aria-labelledby={`${id}-title`}>
      <figcaption className="govuk-heading-s cg-figure__title" id={`${id}-title`}>
        {title}
      </figcaption>
      <p className="govuk-body" id={`${id}-sentence`}>
        {sentence}
      </p>
      <div className="cg-figure__parts">
        <div className="cg-figure__drawn">
          <div className={classNames("cg-figure__box", `cg-figure__box--${box}`)}>
            {picture ? (
              <div role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-sentence`}>
                {picture}
              </div>
            ) : null}
          </div>
          {legend ? (
            <div className={classNames("cg-figure__legend", !picture && "cg-needs-script--waits")}>
              {legend}
            </div>
          ) : null}
        </div>
        <div className="cg-figure__table">
          {foldTable ? (
            <Details summary={foldTable === true ? "See the figures" : foldTable}>{table}</Details>
          ) : (
            table
          )}
        </div>
      </div>
    </figure>
  );
}
