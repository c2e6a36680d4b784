import type { PartnerTone } from "../partner-mark.tsx";

type Props = { tone: PartnerTone; cx?: number | undefined; cy?: number | undefined; radius: number };

/** A partner's mark in a drawing: a circle for warm, a square for cool, so that no colour has to be told apart. */
export function PartnerDot({ tone, cx = 0, cy = 0, radius }: Props) {
  const paint = { fill: `var(--cg-${tone})`, stroke: "var(--cg-page)", strokeWidth: 2 };
  if (tone === "warm") return <circle cx={cx} cy={cy} r={radius} {...paint} />;
  return <rect x={cx - radius} y={cy - radius} width={2 * radius} height={2 * radius} {...paint} />;
}
