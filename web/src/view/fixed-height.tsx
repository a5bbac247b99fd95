/** A container of a fixed height, in which its content scrolls. */
import { type ReactNode, useLayoutEffect, useRef } from "react";

interface FixedProps {
  height: string | number;
  /** Whether it stays at its end while content is added there. */
  autoscroll?: boolean;
  children: ReactNode;
}

/** How near to the end somebody has to be to be taken along. */
const AT_END_PX = 48;

export function Fixed({ height, autoscroll = false, children }: FixedProps) {
  const frame = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element && autoscroll && isAtEnd.current) element.scrollTop = element.scrollHeight;
  });
  if (typeof height !== "number") return children;
  return (
    <section
      className="ts-fixed"
      ref={frame}
      aria-label="Scrolling content"
      // A scrolling area has to be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      style={{ blockSize: height, overflowY: "auto" }}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < AT_END_PX;
      }}
    >
      {children}
    </section>
  );
}
