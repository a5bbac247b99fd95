/** The sidebar: beside the app where there is room, a drawer over it where there is not. */
import { ChevronsLeft, ChevronsRight } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useState, useSyncExternalStore } from "react";
import { IconButton, useTheme } from "../../kit/index.ts";
import { SIDEBAR } from "../../protocol/messages.ts";
import { useApp, useNode } from "../app-context.ts";
import { Column } from "./column.tsx";
import "./sidebar.css";

/** "auto" is open where there is room; a number is open, that many pixels wide. */
export type SidebarState = "auto" | "expanded" | "collapsed" | number;

const WIDTH = { start: 300, least: 200, most: 600, step: 16 };
const NARROW = "(max-width: 767px)";

export function Sidebar({ initial }: { initial: SidebarState }) {
  const { tree } = useApp();
  const node = tree.root(SIDEBAR);
  useNode(node);
  const theme = useTheme();
  const isNarrow = useIsNarrow();
  // Null until a person opened or closed it: then their choice holds.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [width, setWidth] = useState<number | null>(null);
  if (node.children.length === 0) return null;

  const isOpen = chosen ?? (initial === "auto" ? !isNarrow : initial !== "collapsed");
  const startWidth = typeof initial === "number" ? initial : WIDTH.start;
  if (!isOpen) {
    return (
      <div className="ts-sidebar-opener" data-testid="stExpandSidebarButton">
        <IconButton icon={ChevronsRight} label="Open sidebar" onPress={() => setChosen(true)} />
      </div>
    );
  }
  return (
    <>
      {isNarrow && (
        // The button below does the same by keyboard.
        <div
          className="ts-sidebar-scrim"
          aria-hidden="true"
          onPointerDown={() => setChosen(false)}
        />
      )}
      {/* No <aside>: that would have to stand outside of the page's <main>. */}
      <section
        className="ts-sidebar stSidebar"
        data-testid="stSidebar"
        aria-label="Sidebar"
        style={{ ...theme.sidebar, inlineSize: isNarrow ? undefined : (width ?? startWidth) }}
        onKeyDown={(event) => {
          if (isNarrow && event.key === "Escape") setChosen(false);
        }}
      >
        <div className="ts-sidebar-content" data-testid="stSidebarContent">
          <div className="ts-sidebar-head" data-testid="stSidebarHeader">
            <div data-testid="stSidebarCollapseButton">
              <IconButton
                icon={ChevronsLeft}
                label="Close sidebar"
                onPress={() => setChosen(false)}
              />
            </div>
          </div>
          <div data-testid="stSidebarUserContent">
            <Column node={node} />
          </div>
        </div>
        {!isNarrow && <Resizer width={width ?? startWidth} onResize={setWidth} />}
      </section>
    </>
  );
}

/** The sidebar's edge: dragged, or moved by the arrow keys. */
function Resizer({ width, onResize }: { width: number; onResize: (width: number) => void }) {
  const resize = (wanted: number): void =>
    onResize(Math.min(WIDTH.most, Math.max(WIDTH.least, wanted)));
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left } = event.currentTarget.parentElement?.getBoundingClientRect() ?? { left: 0 };
    resize(event.clientX - left);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowLeft") resize(width - WIDTH.step);
    else if (event.key === "ArrowRight") resize(width + WIDTH.step);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved; this separator can
    <div
      className="ts-sidebar-resizer"
      data-testid="stSidebarResizeHandle"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Sidebar width"
      aria-valuenow={width}
      aria-valuemin={WIDTH.least}
      aria-valuemax={WIDTH.most}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onDoubleClick={() => onResize(WIDTH.start)}
      onKeyDown={onKeyDown}
    />
  );
}

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = matchMedia(NARROW);
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    () => matchMedia(NARROW).matches,
  );
}
