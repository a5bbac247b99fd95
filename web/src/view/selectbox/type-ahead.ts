/** Letters that jump to the row that begins with them, where typing does not narrow the list. */

import { type KeyboardEvent, useRef } from "react";
import type { Key } from "react-stately";
import type { Row } from "./collection.tsx";

/** After such a pause a letter begins a new word. */
const PAUSE_MS = 800;

/**
 * Answers which row a pressed key leads to, from the row that is marked now; null for keys that are
 * no letters and for words that no row begins with.
 */
export function useTypeAhead(): (
  event: KeyboardEvent,
  rows: readonly Row[],
  from: Key | null,
) => Key | null {
  const typed = useRef({ text: "", at: 0 });
  return (event, rows, from) => {
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isLetter) {
      if (event.key !== "Shift") typed.current.text = "";
      return null;
    }
    const { text, at } = typed.current;
    const word = (event.timeStamp - at < PAUSE_MS ? text : "") + event.key.toLowerCase();
    if (word === " ") return null;
    typed.current = { text: word, at: event.timeStamp };
    const marked = rows.findIndex(({ key }) => key === from);
    // The first letter, typed again, moves on; a longer word stays where it fits.
    const start = marked + (word.length === 1 ? 1 : 0);
    const inOrder = [...rows.slice(Math.max(start, 0)), ...rows.slice(0, Math.max(start, 0))];
    return inOrder.find((row) => row.text.toLowerCase().startsWith(word))?.key ?? null;
  };
}
