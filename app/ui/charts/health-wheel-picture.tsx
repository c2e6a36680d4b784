import { useId } from "react";
import { Pie, PieChart, type PieSectorShapeProps, Sector } from "recharts";
import type { WheelSpoke } from "./chart-data.ts";
import { WheelLabel } from "./wheel-label.tsx";

type PictureProps = { spokes: readonly WheelSpoke[]; absentText: string; title: string; width: number };

const rings = [25, 50, 75, 100];
const noMargin = { top: 0, right: 0, bottom: 0, left: 0 };

/** The drawing of the wheel: equal slices, each filled as far out as its value. */
export function Picture({ spokes, absentText, title, width }: PictureProps) {
  const hatch = useId();
  const radius = width * 0.31;
  const slice = 360 / spokes.length;
  const half = slice / 2;
  const centre = width / 2;
  const data = spokes.map((spoke) => ({ ...spoke, share: 1 }));
  return (
    <PieChart width={width} height={width} margin={noMargin} accessibilityLayer={false} title={title}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--cg-page)" />
          <rect width="3" height="6" fill="var(--cg-brand)" />
        </pattern>
      </defs>
      {rings.map((ring) => (
        <circle className="cg-wheel__ring" cx={centre} cy={centre} r={(radius * ring) / 100} key={ring} />
      ))}
      <Pie
        data={data}
        dataKey="share"
        nameKey="label"
        cx={centre}
        cy={centre}
        outerRadius={radius}
        startAngle={90 + half}
        endAngle={90 + half - 360}
        isAnimationActive={false}
        shape={(sector: PieSectorShapeProps) => (
          <Slice {...sector} spoke={spokes[sector.index]} radius={radius} hatch={`url(#${hatch})`} />
        )}
      />
      {spokes.map((spoke, index) => (
        <WheelLabel
          key={spoke.id}
          spoke={spoke}
          absentText={absentText}
          angle={90 - index * slice}
          radius={radius}
          width={width}
        />
      ))}
    </PieChart>
  );
}

type SliceProps = PieSectorShapeProps & { spoke: WheelSpoke | undefined; radius: number; hatch: string };

function Slice({ spoke, radius, hatch, cx, cy, startAngle, endAngle }: SliceProps) {
  if (!spoke) return null;
  const place = { cx: Number(cx), cy: Number(cy), startAngle: startAngle - 1.5, endAngle: endAngle + 1.5 };
  const out = (value: number) => (radius * Math.min(100, Math.max(0, value))) / 100;
  if (spoke.value === null) {
    return <Sector {...place} innerRadius={0} outerRadius={radius} className="cg-wheel__absent" />;
  }
  const { value } = spoke;
  const lo = Math.min(spoke.lo ?? value, value);
  const hi = Math.max(spoke.hi ?? value, value);
  return (
    <g>
      <Sector {...place} innerRadius={0} outerRadius={out(lo)} className="cg-wheel__sure" />
      <Sector
        {...place}
        innerRadius={out(lo)}
        outerRadius={out(hi)}
        className="cg-wheel__range"
        fill={hatch}
      />
      <Sector
        {...place}
        innerRadius={out(value) - 2}
        outerRadius={out(value) + 2}
        className="cg-wheel__value"
      />
    </g>
  );
}
