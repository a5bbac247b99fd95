// What a person sees of the set-up: one line a step, and only of steps that had something to do.

/**
 * Announces a step, does it, and says how long it took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  console.log(`• ${name} …`);
  const begin = performance.now();
  const result = await work();
  console.log(`  ${name}: ${seconds(performance.now() - begin)}`);
  return result;
}

/** @param {number} duration_ms */
export function seconds(duration_ms) {
  return `${(duration_ms / 1000).toFixed(1)} s`;
}
