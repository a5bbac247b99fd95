/** A small chart without axes. */
import "./sparkline.css";

interface SparklineProps {
  readonly values: readonly number[];
  readonly kind: "line" | "bar" | "area";
}

/** The chart's own units; it is stretched to the room there is. */
const WIDTH = 100;
const HEIGHT = 32;

export function Sparkline({ values, kind }: SparklineProps) {
  const least = Math.min(...values, ...(kind === "bar" ? [0] : []));
  const most = Math.max(...values, ...(kind === "bar" ? [0] : []));
  const y = (value: number) => HEIGHT - ((value - least) / (most - least || 1)) * HEIGHT;
  return (
    <svg
      className="ts-sparkline"
      viewBox={`0 -1 ${WIDTH} ${HEIGHT + 2}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Chart of ${values.length} values from ${least} to ${most}`}
    >
      {kind === "bar" ? <Bars values={values} y={y} /> : <Line values={values} y={y} kind={kind} />}
    </svg>
  );
}

interface ShapeProps {
  readonly values: readonly number[];
  readonly y: (value: number) => number;
}

function Line({ values, y, kind }: ShapeProps & { kind: "line" | "area" }) {
  const step = WIDTH / Math.max(1, values.length - 1);
  const points = values.map((value, place) => `${place * step},${y(value)}`);
  return (
    <>
      {kind === "area" && <polygon points={`0,${HEIGHT} ${points.join(" ")} ${WIDTH},${HEIGHT}`} />}
      <polyline points={points.join(" ")} vectorEffect="non-scaling-stroke" />
    </>
  );
}

function Bars({ values, y }: ShapeProps) {
  const step = WIDTH / values.length;
  return values.map((value, place) => (
    <rect
      // biome-ignore lint/suspicious/noArrayIndexKey: a bar is known by its place only
      key={place}
      x={place * step + step * 0.1}
      width={step * 0.8}
      y={Math.min(y(value), y(0))}
      height={Math.max(0.5, Math.abs(y(value) - y(0)))}
    />
  ));
}
