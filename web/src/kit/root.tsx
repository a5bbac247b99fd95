/**
 * The element that everything of ours lives in: it carries the theme, and what floats opens inside
 * of it.
 */

import {
  createContext,
  type HTMLAttributes,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { UNSAFE_PortalProvider as PortalProvider } from "react-aria/PortalProvider";
import "./base.css";
import { classes } from "./classes.ts";
import type { Base } from "./palette.ts";
import { systemBase, type Theme, watchSystemBase } from "./theme.ts";

const ThemeContext = createContext<Theme | undefined>(undefined);

/**
 * The theme in force here. Needed only by what draws on a canvas; style sheets have the custom
 * properties.
 */
export function useTheme(): Theme {
  const theme = useContext(ThemeContext);
  if (theme === undefined)
    throw new Error("useTheme was called outside of <Root>, which carries the theme.");
  return theme;
}

/** Light or dark, as the system wants it now. */
export function useSystemBase(): Base {
  return useSyncExternalStore(watchSystemBase, systemBase, () => "light");
}

export interface RootProps extends HTMLAttributes<HTMLDivElement> {
  readonly theme: Theme;
  readonly children: ReactNode;
}

/**
 * A themed root.
 *
 * Menus, dialogs, tooltips and toasts are rendered into a layer at its end instead of the
 * document's body: there they have its tokens, and two apps on one page keep their own.
 */
export function Root({ theme, className, children, style, ...rest }: RootProps) {
  const [overlays, setOverlays] = useState<HTMLElement | null>(null);
  useLayoutEffect(forbidPressableStyle, []);
  return (
    <div
      {...rest}
      className={classes("ts-root", className)}
      data-theme={theme.base}
      style={{ ...style, ...theme.overrides }}
    >
      <ThemeContext value={theme}>
        <PortalProvider getContainer={() => overlays}>{children}</PortalProvider>
      </ThemeContext>
      <div className="ts-overlays" ref={setOverlays} />
    </div>
  );
}

// The first pressable element makes react-aria add a <style> element unless one with this id is
// there. A strict content policy refuses it, with an error in the console; base.css has the rule,
// so a mere marker will do.
function forbidPressableStyle(): void {
  const id = "react-aria-pressable-style";
  if (document.getElementById(id) !== null) return;
  const marker = document.createElement("meta");
  marker.id = id;
  document.head.append(marker);
}
