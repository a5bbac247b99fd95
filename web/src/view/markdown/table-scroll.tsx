import type { ReactNode } from "react";
import { useScrollFocus } from "./scroll-focus.ts";

/** A table that is wider than its column scrolls here, so that the page does not. */
export function TableScroll({ children }: { readonly children: ReactNode }) {
  const ref = useScrollFocus<HTMLDivElement>();
  return (
    <div className="ts-table-scroll" ref={ref}>
      {children}
    </div>
  );
}
