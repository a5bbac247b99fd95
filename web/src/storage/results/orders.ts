/** What the page tells the worker that keeps cached results. */
/** The name of the database, and of the channel between the workers of all tabs. */
export const RESULTS_DATABASE = "tabstream results";

export type Order =
  /** Serve an app's port, and nobody else's. */
  | { type: "open"; app: string; port: MessagePort }
  /** Keep results of an app or not; if not, those that are stored are deleted. */
  | { type: "keep"; app: string; isKept: boolean };
