/** A figure in large type, how it changed, and perhaps the way there as a small chart. */
import { ArrowDown, ArrowUp } from "lucide-react";
import { Help, Icon } from "../kit/index.ts";
import type { Metric } from "../protocol/elements.ts";
import { formatNumber } from "./format/number.ts";
import { Glyph, RichText } from "./markdown/index.ts";
import { Sparkline } from "./sparkline.tsx";
import type { ViewProps } from "./view-props.ts";
import "./metric.css";

export function MetricView({ props }: ViewProps<"metric">) {
  const { label, value, help, icon, label_visibility, border, chart_data, chart_type } = props;
  return (
    <div
      className="ts-metric stMetric"
      data-testid="stMetric"
      data-border={border || undefined}
      data-colour={props.color}
      style={{ blockSize: typeof props.height === "number" ? props.height : undefined }}
    >
      <div
        className={label_visibility === "collapsed" ? "ts-hidden" : "ts-metric-label"}
        data-testid="stMetricLabel"
        data-hidden={label_visibility === "hidden" || undefined}
      >
        {icon && (
          <span data-testid="stMetricIcon">
            <Glyph icon={icon} />
          </span>
        )}
        <RichText text={label} inline wrap={false} />
        {help && (
          <span data-testid="stTooltipIcon">
            <Help bubbleTestId="stTooltipContent">
              <RichText text={help} />
            </Help>
          </span>
        )}
      </div>
      <div className="ts-metric-value" data-testid="stMetricValue">
        {written(value, props)}
      </div>
      {props.delta && <Delta props={props} />}
      {chart_data.length > 1 && (
        <div className="ts-metric-chart" data-testid="stMetricChart">
          <Sparkline values={chart_data} kind={chart_type} />
        </div>
      )}
    </div>
  );
}

function Delta({ props }: { props: Metric }) {
  const { delta, arrow, delta_description } = props;
  return (
    <div className="ts-metric-delta" data-testid="stMetricDelta">
      <span className="ts-metric-change">
        {arrow !== "off" && (
          <span data-testid={arrow === "up" ? "stMetricDeltaIcon-Up" : "stMetricDeltaIcon-Down"}>
            <Icon of={arrow === "up" ? ArrowUp : ArrowDown} size={16} />
            <span className="ts-hidden">{arrow}</span>
          </span>
        )}
        {written(delta, props)}
      </span>
      {delta_description && (
        <span className="ts-metric-since" data-testid="stMetricDeltaDescription">
          {delta_description}
        </span>
      )}
    </div>
  );
}

/** A text as it is, a number in the metric's format if it has one. */
function written(text: string, { format }: Metric): string {
  const number = Number(text);
  return format && text.trim() !== "" && !Number.isNaN(number)
    ? formatNumber(number, format)
    : text;
}
