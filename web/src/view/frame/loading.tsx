/** What a person sees while Python starts: real bytes on a line, and one quiet sentence. */
import { useEffect, useState } from "react";
import { ProgressBar } from "../../kit/index.ts";
import type { BootStage, Progress } from "../../protocol/worker.ts";
import "./loading.css";

const WORDS: Record<BootStage, string> = {
  python: "Loading Python",
  packages: "Installing packages",
  starting: "Starting",
  running: "Running",
};

/** After this long it is fair to say why it takes a while. */
const HINT_AFTER_MS = 8_000;

interface LoadingProps {
  progress: Progress | null;
  /** Whether the words are to be seen, too; over a picture of the last visit they would move it. */
  hasWords: boolean;
}

export function Loading({ progress, hasWords }: LoadingProps) {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), HINT_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const { stage, loaded, total } = progress ?? { stage: "python" as const, loaded: 0, total: 0 };
  const isLoading = stage === "python" && loaded < total;
  const bytes = `${inMegabytes(loaded)} of ${inMegabytes(total)} MB`;
  const words = isLoading || stage !== "python" ? WORDS[stage] : WORDS.starting;
  return (
    <div className="ts-loading" data-testid="stLoading">
      <ProgressBar value={total > 0 ? loaded / total : 0} label={words} valueLabel={bytes} />
      <div className={hasWords ? undefined : "ts-hidden"}>
        <p role="status">
          {words}
          {isLoading && <span className="ts-loading-bytes"> · {bytes}</span>}
        </p>
        {isLong && (
          <p>
            The first visit loads Python itself into this tab. The next one finds most of it here.
          </p>
        )}
      </div>
    </div>
  );
}

function inMegabytes(size: number): string {
  return (size / 1e6).toFixed(1);
}
