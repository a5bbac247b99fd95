/**
 * How an app in a frame of its own gets the site's files. The frame may fetch nothing from the site;
 * it asks the page by a port, and is handed each file as bytes.
 */

/** To the page. */
export interface FileQuestion {
  id: number;
  /** Relative to the site. */
  path: string;
  /** Past what the browser has kept: that may be what a start has failed by. */
  isFresh?: boolean;
}

/** To the frame, while a file is on its way. */
export interface FileProgress {
  id: number;
  /** Bytes that have come since the last news. */
  count: number;
}

/** To the frame. */
export interface FileAnswer {
  id: number;
  /** Transferred; null: it did not come. */
  bytes: ArrayBuffer | null;
  /** Why it did not. */
  error?: string;
}

/** What the page tells the frame first, with two ports: for questions, and for the app unit. */
export interface FrameStart<Parts, Index, Known> {
  /** The code that the frame begins with: the file `modules` of the unit's parts. */
  code: ArrayBuffer;
  parts: Parts;
  index: Index;
  /** What is known of how its Python starts. */
  known: Known;
}
