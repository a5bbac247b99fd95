/** The page's way to the worker that keeps cached results. */
import { firstMessage } from "../../protocol/first-message.ts";
import { type Order, RESULTS_DATABASE } from "./orders.ts";

/** Takes orders; see orders.ts. */
export interface ResultsWorker {
  open(app: string, port: MessagePort): void;
  keep(app: string, isKept: boolean): void;
}

/** Whether results may be stored; where the browser does not tell, they may. */
export async function mayHaveResults(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === RESULTS_DATABASE);
  } catch {
    return true;
  }
}

/** Start the worker; rejects when its code does not come. */
export async function startResultsWorker(): Promise<ResultsWorker> {
  const worker = new Worker(new URL("./results-worker.ts", import.meta.url), { type: "module" });
  const post = (message: Order, transfer: Transferable[] = []): void => {
    worker.postMessage(message, transfer);
  };
  await firstMessage(worker, "the worker that keeps cached results");
  return {
    open: (app, port) => post({ type: "open", app, port }, [port]),
    keep: (app, isKept) => post({ type: "keep", app, isKept }),
  };
}
