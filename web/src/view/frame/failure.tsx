/** Our own failures: what happened, what can be done, and a button that does it. */
import { Alert, Button } from "../../kit/index.ts";
import type { BootFailure } from "../../protocol/worker.ts";

type Words = Record<BootFailure["reason"], (failure: BootFailure) => [title: string, todo: string]>;

const TRY_AGAIN =
  "Change a value or the script and try again: Python starts anew with values, files and session state. A reload of the page starts without them.";

const WORDS: Words = {
  asset: ({ what }) => [
    `The file ${what} of this site could not be loaded.`,
    "Check the connection and try again. If it stays so, the site is missing the file.",
  ],
  broken_asset: ({ what }) => [
    `The file ${what} of this site is damaged.`,
    "Try again; a hard reload fetches it anew. If it stays so, the site serves a wrong file.",
  ],
  package: ({ what }) => [
    `The package ${what} could not be installed.`,
    "Check its name and version in the script's requirements. It may need a wheel that runs in a browser: a pure Python one, or one built for Pyodide.",
  ],
  python: () => ["Python has stopped.", TRY_AGAIN],
  memory: () => ["The script needs more memory than a tab has.", TRY_AGAIN],
  recursion: () => ["The script calls itself too deeply.", TRY_AGAIN],
  worker: () => [
    "The app's worker has stopped.",
    `The browser may be short of memory: close what you do not need. ${TRY_AGAIN}`,
  ],
  flood: () => [
    "The script draws more than a page can show.",
    "Draw less: st.dataframe shows many rows as one element, and st.empty replaces what was there. Then try again.",
  ],
  stalled: () => ["The start has come to a halt.", "Check the connection and try again."],
};

export function Failure({ failure, onRetry }: { failure: BootFailure; onRetry: () => void }) {
  const [title, todo] = WORDS[failure.reason](failure);
  return (
    <Alert
      tone="error"
      title={title}
      data-testid="stFailure"
      actions={
        <Button variant="primary" size="small" onPress={onRetry}>
          Retry
        </Button>
      }
    >
      <p>{todo}</p>
      <details>
        <summary>Details</summary>
        <pre className="ts-failure-detail">{failure.detail}</pre>
      </details>
    </Alert>
  );
}
