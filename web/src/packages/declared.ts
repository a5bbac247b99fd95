import type { Problem } from "./requirement.ts";

/** What a file declares, line by line, before any line is understood. */
export interface Declared {
  lines: readonly DeclaredLine[];
  problems: readonly Problem[];
}

export interface DeclaredLine {
  text: string;
  file: string;
  line: number;
}
