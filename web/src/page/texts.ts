import type { ReactNode } from "react";

/** How an author's texts are shown; handed in, because the app's own view is no part of the page. */
export interface Texts {
  markdown: (text: string) => ReactNode;
  /** Python, with the numbers of its lines. */
  python: (code: string) => ReactNode;
}
