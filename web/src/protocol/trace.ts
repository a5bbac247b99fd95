/**
 * A trace of a start, of use in the browser's own profiler: each stage is a `performance.measure`
 * with a track of its own. Switched on by `?trace=1`; off, a stage costs a function call.
 *
 * Page and worker each have their own clock; `performance.timeOrigin` joins them, which the
 * profiler does by itself, and tools/bench/trace.mjs for its table.
 */

/** What the names of all stages begin with. */
export const TRACE_PREFIX = "tabstream: ";

const DEVTOOLS = { devtools: { dataType: "track-entry", track: "tabstream" } };

let isOn = false;

/** Record stages in this thread from here on. */
export function startTrace(): void {
  isOn = true;
}

export function isTracing(): boolean {
  return isOn;
}

/** A stage begins, or did at a time by this thread's clock; answers how to end it. */
export function stage(name: string, start = performance.now()): () => void {
  if (!isOn) return nothing;
  return () => {
    const end = performance.now();
    performance.measure(TRACE_PREFIX + name, { start, end, detail: DEVTOOLS });
  };
}

/** A stage that is over at once. */
export function timed<T>(name: string, work: () => T): T {
  const end = stage(name);
  const result = work();
  end();
  return result;
}

/** A stage that lasts as long as the work. */
export async function traced<T>(name: string, work: Promise<T>): Promise<T> {
  const end = stage(name);
  try {
    return await work;
  } finally {
    end();
  }
}

function nothing(): void {}
