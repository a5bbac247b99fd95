/** How an app's caches are doing: what they spared, why a call was computed, and what they hold. */
import { Eraser, ExternalLink } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, Icon, useStore } from "../../kit/index.ts";
import type { CachedFunctionReport } from "../../protocol/messages.ts";
import type { AppController } from "../app-controller.ts";
import { durationText, sizeText } from "./amounts.ts";
import { CachedFunction } from "./cached-function.tsx";
import { CouldBeCached } from "./could-be-cached.tsx";
import "./cache-panel.css";

export function CachePanel({ app }: { app: AppController }) {
  const report = useStore(app.caches);
  /** What was just cleared, for those who do not see it go. */
  const [cleared, setCleared] = useState("");
  useEffect(() => app.watchCaches(), [app]);

  const clearAll = () => {
    app.clearCaches();
    setCleared("All caches are cleared.");
  };
  return (
    <div className="ts-caches">
      {report === null ? (
        <p className="ts-panel-note">Waiting for Python.</p>
      ) : report.functions.length === 0 ? (
        <p>
          Functions under <code>@st.cache_data</code> or <code>@st.cache_resource</code> appear here
          when the script has called them.
        </p>
      ) : (
        <>
          <div className="ts-caches-head">
            <p className="ts-panel-note">{summaryOf(report.functions)}</p>
            <Button size="small" icon={Eraser} onPress={clearAll}>
              Clear all
            </Button>
          </div>
          <ul className="ts-caches-list">
            {report.functions.toSorted(bySaving).map((cached) => (
              <li key={cached.name}>
                <CachedFunction
                  cached={cached}
                  at={report.at}
                  onClear={(entry) => {
                    app.clearCacheOf(cached.name, entry?.id);
                    const call = entry?.call ?? "";
                    setCleared(
                      entry
                        ? `${cached.title}(${call}) is cleared.`
                        : `${cached.title} is cleared.`,
                    );
                  }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {report && report.could_be_cached.length > 0 && (
        <CouldBeCached functions={report.could_be_cached} />
      )}
      <p>
        <a className="ts-caches-docs" href="docs/caching.html" target="_blank" rel="noopener">
          How caching works
          <Icon of={ExternalLink} size={14} />
          <span className="ts-hidden"> (opens in a new tab)</span>
        </a>
      </p>
      <p className="ts-hidden" role="status">
        {cleared}
      </p>
    </div>
  );
}

function bySaving(a: CachedFunctionReport, b: CachedFunctionReport): number {
  return b.saved - a.saved || a.title.localeCompare(b.title);
}

function summaryOf(functions: readonly CachedFunctionReport[]): string {
  const sum = (of: (cached: CachedFunctionReport) => number) =>
    functions.reduce((total, cached) => total + of(cached), 0);
  const stored = sum((cached) => cached.stored);
  const saved = `${durationText(sum((cached) => cached.saved))} saved`;
  return stored > 0 ? `${saved} · ${sizeText(stored)} stored` : saved;
}
