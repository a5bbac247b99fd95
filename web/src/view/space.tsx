/** Room, in the direction in which the container around it grows. */

import { spaceSize } from "./sizes.ts";
import type { ViewProps } from "./view-props.ts";

export function SpaceView({ props }: ViewProps<"space">) {
  const size = spaceSize(props.size);
  return (
    <div
      className="ts-space stSpace"
      data-testid="stSpace"
      style={{ blockSize: size, inlineSize: size, flexGrow: size ? undefined : 1 }}
    />
  );
}
