/** HTML that an author wrote, sanitised, with what React draws in its slots. */

import type { Token } from "marked";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useChunk } from "../assets.ts";
import { adoptStyleSheets } from "./author-styles.ts";

export interface AuthorHtmlProps {
  readonly html: string;
  readonly slots?: readonly Token[];
  /** Draws what belongs into a slot. */
  readonly renderSlot?: (token: Token) => ReactNode;
}

const NO_SLOTS: readonly Token[] = [];

/**
 * Nothing is shown until the sanitiser is there. The tree it answers is put into an element that
 * React leaves alone; a rerun with the same HTML does not touch it, so an open <details> stays open
 * and a video goes on.
 */
export function AuthorHtml({ html, slots = NO_SLOTS, renderSlot }: AuthorHtmlProps) {
  const sanitiser = useChunk("sanitise").value;
  const frame = useRef<HTMLDivElement>(null);
  const [places, setPlaces] = useState<readonly Element[]>([]);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!sanitiser || element === null) return;
    const { content, styleSheets } = sanitiser.sanitise(html);
    element.replaceChildren(content);
    setPlaces([...element.querySelectorAll(sanitiser.SLOT)]);
    return adoptStyleSheets(element, styleSheets);
  }, [sanitiser, html]);
  return (
    <>
      <div className="ts-html" ref={frame} />
      {places.map((place, index) => {
        // The number is read from the element: an author could have written slots too, or dropped
        // ours.
        const token = slots[Number.parseInt(place.getAttribute("data-slot") ?? "", 10)];
        return token && renderSlot && createPortal(renderSlot(token), place, `${index}`);
      })}
    </>
  );
}
