/** One result that a cache holds. */
import { useEffect, useState } from "react";
import { Button } from "../../kit/index.ts";
import type { CacheEntry } from "../../protocol/messages.ts";
import { ageText, durationText, sizeText } from "./amounts.ts";

/** How often an age is written anew. */
const TICK_MS = 1_000;

interface CachedResultProps {
  /** The function's. */
  title: string;
  entry: CacheEntry;
  /** When the report came. */
  at: number;
  onClear: () => void;
}

export function CachedResult({ title, entry, at, onClear }: CachedResultProps) {
  const call = `${title}(${entry.call})`;
  const age = useAge(entry.age, at);
  return (
    <li className="ts-cached-result">
      <code className="ts-cached-call">{call}</code>
      <p className="ts-cached-marks">
        <span>{age}</span>
        <span>took {durationText(entry.seconds)}</span>
        {entry.size !== null && <span>{sizeText(entry.size)}</span>}
        <span>{entry.stored ? "stored" : "in memory only"}</span>
      </p>
      <Button size="small" variant="tertiary" aria-label={`Clear ${call}`} onPress={onClear}>
        Clear
      </Button>
    </li>
  );
}

/** How old something is by now that was `age` seconds old at a moment. */
function useAge(age: number, at: number): string {
  const [now, setNow] = useState(at);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return ageText(age + Math.max(now - at, 0) / 1_000);
}
