type SparklineProps = {
  values: readonly (number | null)[];
  /** What the line shows, in words: "up from 48 to 61 in a year". */
  label: string;
  min?: number;
  max?: number;
};

const width = 96;
const height = 24;
const edge = 3;

/** A small line beside a figure, drawn by the server. Where there was no figure the line stops. */
export function Sparkline({ values, label, min = 0, max = 100 }: SparklineProps) {
  const x = (index: number) => edge + (index * (width - 2 * edge)) / Math.max(1, values.length - 1);
  const y = (value: number) => height - edge - ((value - min) / (max - min)) * (height - 2 * edge);
  const last = values.length - 1;
  const lastValue = values[last];
  return (
    <svg
      className="cg-sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      <path d={linePath(values, x, y)} />
      {typeof lastValue === "number" ? <circle cx={round(x(last))} cy={round(y(lastValue))} r="3" /> : null}
    </svg>
  );
}

function linePath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
) {
  let open = false;
  const steps = values.map((value, index) => {
    if (value === null) {
      open = false;
      return "";
    }
    const place = `${round(x(index))} ${round(y(value))}`;
    // A lone point would be invisible: a line to itself with round ends shows as a dot.
    const step = open ? `L${place}` : `M${place}L${place}`;
    open = true;
    return step;
  });
  return steps.join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
