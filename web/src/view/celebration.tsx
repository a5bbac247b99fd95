/** Balloons and snow: once in every run that draws them, and not for who asked for less motion. */
import { type CSSProperties, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { ViewProps } from "./view-props.ts";
import "./celebration.css";

const BALLOONS = ["🎈", "🎈", "🎈", "🎉"];
const FLAKES = ["❄", "❅", "❆"];
const COUNT = 30;
const LASTS_MS = 4_000;

export function BalloonsView({ props }: ViewProps<"balloons">) {
  return <Celebration key={props.run} name="balloons" testId="stBalloons" shapes={BALLOONS} />;
}

export function SnowView({ props }: ViewProps<"snow">) {
  return <Celebration key={props.run} name="snow" testId="stSnow" shapes={FLAKES} />;
}

interface CelebrationProps {
  name: "balloons" | "snow";
  testId: string;
  shapes: readonly string[];
}

function Celebration({ name, testId, shapes }: CelebrationProps) {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), LASTS_MS);
    return () => clearTimeout(timer);
  }, []);
  if (isOver) return null;
  return createPortal(
    <div
      className={`ts-celebration ${testId}`}
      data-name={name}
      data-testid={testId}
      aria-hidden="true"
    >
      {Array.from({ length: COUNT }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
        <span key={index} style={scattered(index)}>
          {shapes[index % shapes.length]}
        </span>
      ))}
    </div>,
    document.body,
  );
}

/** Spread over the width and in time, the same each time: nothing here has to be random. */
function scattered(index: number): CSSProperties {
  return {
    insetInlineStart: `${(index * 37) % 100}%`,
    animationDelay: `${(index * 83) % 1000}ms`,
    fontSize: `${20 + ((index * 13) % 24)}px`,
  };
}
