/** One cached function: what its results were good for, and each of them. */
import { ChevronRight } from "lucide-react";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Disclosure, DisclosurePanel } from "react-aria-components/Disclosure";
import { Button, Card, Icon } from "../../kit/index.ts";
import type { CachedFunctionReport, CacheEntry } from "../../protocol/messages.ts";
import { countText, durationText, sizeText } from "./amounts.ts";
import { CachedResult } from "./cached-result.tsx";
import { Reason } from "./reason.tsx";

/** More than anybody looks through; those that were used last come first. */
const MOST_LISTED = 100;

interface CachedFunctionProps {
  cached: CachedFunctionReport;
  /** When the report came. */
  at: number;
  /** Called with the result to forget; with null for all. */
  onClear: (entry: CacheEntry | null) => void;
}

export function CachedFunction({ cached, at, onClear }: CachedFunctionProps) {
  const { title, decorator, file, line, entries, last_miss, unkept } = cached;
  const place = useRef<HTMLDivElement>(null);
  const keepFocus = useFocusNearCleared(place);
  return (
    <Card
      title={<code>{title}()</code>}
      actions={
        <Button size="small" aria-label={`Clear ${title}()`} onPress={() => onClear(null)}>
          Clear
        </Button>
      }
    >
      <p className="ts-cached-place">
        <code>@st.{decorator}</code> · {file}:{line}
      </p>
      <dl className="ts-cached-facts">
        <Fact name="Time saved" value={durationText(cached.saved)} />
        <Fact name="Hits" value={countText(cached.hits)} />
        <Fact name="Misses" value={countText(cached.misses)} />
        <Fact name="In memory" value={memoryText(entries)} />
        <Fact name="Stored" value={cached.stored > 0 ? sizeText(cached.stored) : "nothing"} />
      </dl>
      {last_miss && (
        <p className="ts-cached-word">
          <span className="ts-cached-label">Last miss:</span> <Reason text={last_miss} />
        </p>
      )}
      {unkept && (
        <p className="ts-cached-word">
          <span className="ts-cached-label">Gone with this tab:</span> <Reason text={unkept} />
        </p>
      )}
      <div ref={place}>
        {entries.length > 0 && (
          <Disclosure className="ts-cached-results">
            {({ isExpanded }) => (
              <>
                <AriaButton slot="trigger" className="ts-cached-open">
                  <Icon of={ChevronRight} size={16} />
                  {countText(entries.length, "result")}
                  <span className="ts-hidden"> of {title}()</span>
                </AriaButton>
                <DisclosurePanel>
                  {isExpanded && (
                    <ul className="ts-cached-list">
                      {entries.slice(0, MOST_LISTED).map((entry, index) => (
                        <CachedResult
                          key={entry.id}
                          title={title}
                          entry={entry}
                          at={at}
                          onClear={() => {
                            keepFocus(index);
                            onClear(entry);
                          }}
                        />
                      ))}
                    </ul>
                  )}
                  {entries.length > MOST_LISTED && (
                    <p className="ts-panel-note">
                      {countText(entries.length - MOST_LISTED)} more are not listed.
                    </p>
                  )}
                </DisclosurePanel>
              </>
            )}
          </Disclosure>
        )}
      </div>
    </Card>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-word={/\d/.test(value) ? undefined : true}>{value}</dd>
    </div>
  );
}

/** A resource is an object of which nobody knows how much it holds. */
function memoryText(entries: readonly CacheEntry[]): string {
  if (entries.length === 0) return "nothing";
  const sizes = entries.map(({ size }) => size).filter((size) => size !== null);
  return sizes.length > 0 ? sizeText(sizes.reduce((sum, size) => sum + size)) : "not known";
}

/**
 * A Clear button goes with its result, and would take the focus with it: the button that comes into
 * its place has it then, or the one of the whole function when no result is left.
 */
function useFocusNearCleared(place: RefObject<HTMLElement | null>): (index: number) => void {
  const pressed = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (pressed.current === null || document.activeElement !== document.body) return;
    const buttons = place.current?.querySelectorAll<HTMLElement>(".ts-cached-list button") ?? [];
    const next = buttons[Math.min(pressed.current, buttons.length - 1)];
    const card = place.current?.closest("section");
    (next ?? card?.querySelector<HTMLElement>("header button"))?.focus();
    pressed.current = null;
  });
  return (index) => {
    pressed.current = index;
  };
}
