/** The small buttons at an element's corner, and the element filling the whole page. */
import { type LucideIcon, Maximize2, Minimize2 } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useCallback, useState } from "react";
import { IconButton } from "../kit/index.ts";
import "./element-toolbar.css";

export interface ToolbarAction {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onPress: () => void;
}

interface ToolbarHostProps {
  readonly className: string;
  readonly testId: string;
  readonly actions: readonly ToolbarAction[];
  /** Further controls before the button that fills the page. */
  readonly extra?: ReactNode;
  /** Gets whether the element fills the page. */
  readonly children: (isFullscreen: boolean) => ReactNode;
}

/**
 * An element with a toolbar. Filling the page does not move it in the document, so a chart keeps its
 * zoom and a grid its place.
 */
export function ToolbarHost({ className, testId, actions, extra, children }: ToolbarHostProps) {
  const [isFullscreen, setFullscreen] = useState(false);
  const leave = useCallback((event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) setFullscreen(false);
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the full page from anywhere inside
    <div
      className="ts-toolbar-host stFullScreenFrame"
      data-testid="stFullScreenFrame"
      data-fullscreen={isFullscreen || undefined}
      onKeyDown={isFullscreen ? leave : undefined}
    >
      <div className={`ts-toolbar-body ${className}`} data-testid={testId}>
        {children(isFullscreen)}
        <div className="ts-element-toolbar stElementToolbar" data-testid="stElementToolbar">
          {actions.map(({ label, icon, onPress }) => (
            <IconButton
              key={label}
              className="stElementToolbarButton"
              data-testid="stElementToolbarButton"
              size="small"
              icon={icon}
              label={label}
              onPress={onPress}
            />
          ))}
          {extra}
          <IconButton
            className="stElementToolbarButton"
            data-testid="stElementToolbarButton"
            size="small"
            icon={isFullscreen ? Minimize2 : Maximize2}
            label={isFullscreen ? "Leave full page" : "Full page"}
            onPress={() => setFullscreen(!isFullscreen)}
          />
        </div>
      </div>
    </div>
  );
}
