/** The keys that press a button, as in `shortcut="ctrl+k"`. */
import { type RefObject, useEffect } from "react";

interface Shortcut {
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly isCommand: boolean;
  readonly isAlt: boolean;
  readonly isShift: boolean;
}

const COMMAND = new Set(["ctrl", "cmd", "meta", "mod"]);
const ALT = new Set(["alt", "option"]);

/** What the keyboard calls keys that authors call otherwise. */
const KEYS: Readonly<Record<string, string>> = {
  esc: "escape",
  space: " ",
  left: "arrowleft",
  right: "arrowright",
  up: "arrowup",
  down: "arrowdown",
};

function parse(shortcut: string): Shortcut {
  const parts = shortcut.toLowerCase().split("+");
  const key = parts.pop() ?? "";
  return {
    key: KEYS[key] ?? key,
    isCommand: parts.some((part) => COMMAND.has(part)),
    isAlt: parts.some((part) => ALT.has(part)),
    isShift: parts.includes("shift"),
  };
}

/** Whether the keyboard has a Cmd key. */
export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** A shortcut as it is printed on this machine's keyboard. */
export function shortcutText(shortcut: string): string {
  const { isCommand, isAlt, isShift } = parse(shortcut);
  const key = shortcut.split("+").at(-1) ?? "";
  const name = key.charAt(0).toUpperCase() + key.slice(1);
  if (isMac()) return `${isCommand ? "⌘" : ""}${isAlt ? "⌥" : ""}${isShift ? "⇧" : ""}${name}`;
  return [isCommand && "Ctrl", isAlt && "Alt", isShift && "Shift", name].filter(Boolean).join("+");
}

/** Call `press` when the keys are pressed while the element's app is the one that is used. */
export function useShortcut(
  shortcut: string | null,
  element: RefObject<HTMLElement | null>,
  press: () => void,
): void {
  // Every render has a new `press`, so the listener is renewed each time; that costs next to nothing.
  useEffect(() => {
    if (shortcut === null) return;
    const keys = parse(shortcut);
    const onKeyDown = (event: KeyboardEvent) => {
      const app = element.current?.closest(".ts-app");
      if (!matches(keys, event) || event.repeat || !isMeantFor(app, event)) return;
      event.preventDefault();
      press();
    };
    // Captured: a field keeps the keys that are pressed in it to itself.
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  });
}

function matches(keys: Shortcut, event: KeyboardEvent): boolean {
  const isCommand = isMac() ? event.metaKey : event.ctrlKey;
  return (
    event.key.toLowerCase() === keys.key &&
    isCommand === keys.isCommand &&
    event.altKey === keys.isAlt &&
    // With Shift some keys are other keys, which the author has named then.
    (event.shiftKey === keys.isShift || keys.key.length > 1)
  );
}

/**
 * Whether a key press was made in this app. One that was made nowhere counts when there is no other
 * app on the page; one in a text field is typing, unless Ctrl or Alt is held.
 */
function isMeantFor(app: Element | null | undefined, event: KeyboardEvent): boolean {
  const target = event.target as Element;
  const isNowhere = target === document.body;
  if (app && !app.contains(target) && !(isNowhere && isAlone(app))) return false;
  const isTyping = target.closest("input, textarea, select, [contenteditable]") !== null;
  return !isTyping || event.ctrlKey || event.metaKey || event.altKey;
}

function isAlone(app: Element): boolean {
  return [...document.querySelectorAll(".ts-app")].every((other) => other === app);
}
