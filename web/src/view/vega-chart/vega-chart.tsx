/** A chart in the Vega-Lite language. Its place is there at once, the chart itself comes with its chunk. */
import { FileImage, Image } from "lucide-react";
import { useState } from "react";
import { useApp } from "../app-context.ts";
import { useChunk } from "../assets.ts";
import { ToolbarHost } from "../element-toolbar.tsx";
import type { ViewProps } from "../view-props.ts";
import type { LiveChart } from "./live-chart.ts";
import "./vega-chart.css";

export function VegaLiteChartView({ node, props }: ViewProps<"vega_lite_chart">) {
  const chunk = useChunk("vega").value;
  const [chart, setChart] = useState<LiveChart | null>(null);
  const { download } = useApp();
  const save = async (name: string, picture: Promise<Blob> | undefined) => {
    const blob = await picture;
    if (blob) download(name, blob.type, new Uint8Array(await blob.arrayBuffer()));
  };
  return (
    <ToolbarHost
      className="ts-vega-chart stVegaLiteChart"
      testId="stVegaLiteChart"
      actions={[
        {
          label: "Save as PNG",
          icon: Image,
          onPress: () => void save("chart.png", chart?.png()),
        },
        {
          label: "Save as SVG",
          icon: FileImage,
          onPress: () => void save("chart.svg", chart?.svg()),
        },
      ]}
    >
      {(isFullscreen) => (
        <div
          role="img"
          aria-label={props.alt ?? "Chart"}
          className="ts-vega-frame"
          data-empty={!chunk || undefined}
          style={{ blockSize: isFullscreen ? "100%" : blockSizeOf(props.height) }}
        >
          {chunk && (
            <chunk.VegaCanvas
              node={node}
              props={props}
              isFullscreen={isFullscreen}
              onChart={setChart}
            />
          )}
        </div>
      )}
    </ToolbarHost>
  );
}

function blockSizeOf(height: string | number): string | number | undefined {
  if (typeof height === "number") return height;
  return height === "stretch" ? "100%" : undefined;
}
