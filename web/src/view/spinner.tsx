/** A sign that the script is busy: shown when it is busy for long enough to read it. */
import { useEffect, useState } from "react";
import { Spinner } from "../kit/index.ts";
import { RichText } from "./markdown/index.ts";
import type { ViewProps } from "./view-props.ts";
import "./spinner.css";

export function SpinnerView({ props }: ViewProps<"spinner">) {
  const { text, show_time, delay_ms } = props;
  const [isShown, setIsShown] = useState(delay_ms === 0);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), delay_ms);
    return () => clearTimeout(timer);
  }, [delay_ms]);
  if (!isShown) return null;
  return (
    <div className="ts-busy stSpinner" data-testid="stSpinner" role="status">
      <Spinner label="Running" /> <RichText inline text={text} />
      {show_time && <Elapsed sinceMs={delay_ms} />}
    </div>
  );
}

function Elapsed({ sinceMs }: { sinceMs: number }) {
  const [seconds, setSeconds] = useState(sinceMs / 1000);
  useEffect(() => {
    const start = performance.now() - sinceMs;
    const timer = setInterval(() => setSeconds((performance.now() - start) / 1000), 100);
    return () => clearInterval(timer);
  }, [sinceMs]);
  // Not read out: a screen reader would speak ten times a second.
  return (
    <span className="ts-busy-time" aria-hidden="true">
      ({seconds.toFixed(1)} seconds)
    </span>
  );
}
