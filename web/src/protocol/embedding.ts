/**
 * What a page and the apps in it say to each other by `window.postMessage`. The app is in a frame
 * with the site's page in it; the page around it has tabstream-embed.js.
 *
 *     app                                             page around it
 *     hello                                      ->
 *                                                <-   theme, now and whenever it changes
 *     wants_files  (if it was told that there are)  ->
 *                                                <-   files, or no_files; later files again when they change
 *     read, for a file beside them               ->
 *                                                <-   file
 *     height, ready, rerun, error                ->
 *
 * Either may be anybody: the app believes a word of its parent only, and trusts the files of its own
 * origin only; the page around it believes its own frames.
 */

export type FromApp =
  | { type: "tabstream:hello" }
  /** The height of the app's content in CSS pixels, whenever it changes. */
  | { type: "tabstream:height"; height: number }
  | { type: "tabstream:wants_files" }
  | { type: "tabstream:read"; id: number; address: string }
  /** The first run is over. */
  | { type: "tabstream:ready" }
  /** A later run is over. */
  | { type: "tabstream:rerun" }
  /** A run, or the start, ended with an error; what it is, is for nobody but a page that handed in the app. */
  | { type: "tabstream:error"; message: string | null };

export type ToApp =
  | { type: "tabstream:theme"; theme: "light" | "dark" }
  | ({ type: "tabstream:files" } & HandedFiles)
  | { type: "tabstream:no_files"; asked: string; why: string }
  | { type: "tabstream:file"; id: number; status: number; bytes: Uint8Array | null };

/** An app that is part of the page around it. */
export interface HandedFiles {
  /** The script's path among the files. */
  entry: string;
  files: ReadonlyMap<string, Uint8Array>;
  /**
   * The address of the folder in which what else it needs may be, and whose origin says whose script it
   * is; null: there is nothing else, and it is the page's.
   */
  base: string | null;
  /** The same for the files that `pyscript.toml` names, where that is in another folder. */
  configBase: string | null;
}

/** What stands before the name of an app in `?script=` that the page around it hands in. */
export const HANDED = "page:";
