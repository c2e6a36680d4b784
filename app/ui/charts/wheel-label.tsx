import type { WheelSpoke } from "./chart-data.ts";

type WheelLabelProps = {
  spoke: WheelSpoke;
  absentText: string;
  /** Degrees, 90 is straight up. */
  angle: number;
  radius: number;
  width: number;
};

const lineHeight = 17;
const letterWidth = 7.6;

/** The name and figure of a spoke, set outside the wheel and kept within the picture. */
export function WheelLabel({ spoke, absentText, angle, radius, width }: WheelLabelProps) {
  const lines = [...wrap(spoke.label, 12), ...(spoke.value === null ? wrap(absentText, 12) : [])];
  const figure = spoke.value === null ? null : String(Math.round(spoke.value));
  const count = lines.length + (figure === null ? 0 : 1);
  const cos = Math.cos((angle * Math.PI) / 180);
  const sin = Math.sin((angle * Math.PI) / 180);
  const wide = Math.max(...lines.map((line) => line.length)) * letterWidth;
  const half = wide / 2;
  // The middle of the words, pushed out by half their own size, then pulled back inside the picture.
  const x = within(width / 2 + cos * (radius + 12 + half), half, width - half);
  const y = width / 2 - sin * (radius + 12 + (count * lineHeight) / 2);
  const top = y - (count * lineHeight) / 2 + lineHeight * 0.75;
  return (
    <text className="cg-wheel__label" textAnchor="middle" x={x}>
      {figure === null ? null : (
        <tspan className="cg-wheel__figure" x={x} y={top}>
          {figure}
        </tspan>
      )}
      {lines.map((line, index) => (
        <tspan x={x} y={top + (index + (figure === null ? 0 : 1)) * lineHeight} key={line}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** Breaks words into lines of at most so many letters; a longer word keeps its own line. */
export function wrap(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
