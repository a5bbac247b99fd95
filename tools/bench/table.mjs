// What was measured, as rows, and the rows as tables of Markdown.
import { GOALS } from "./goals.mjs";

/**
 * @typedef {object} Row
 * @property {string} part of the bench
 * @property {string} what
 * @property {string} unit
 * @property {number[]} values one a round
 * @property {number[]} plain the same without a memory image, where that is measured, too
 */

/** @typedef {"" | "plain"} How */
/** @typedef {(what: string, unit: string, value: number, how?: How) => void} Note */

/** Rows in the order in which they were first noted. */
export class Rows {
  /** @type {Map<string, Row>} */
  #rows = new Map();

  /**
   * What a part notes its numbers by.
   * @param {string} part
   * @returns {Note}
   */
  noteFor(part) {
    return (what, unit, value, how = "") => {
      const key = `${part}: ${what}`;
      const row = this.#rows.get(key) ?? { part, what, unit, values: [], plain: [] };
      (how === "plain" ? row.plain : row.values).push(value);
      this.#rows.set(key, row);
    };
  }

  get all() {
    return [...this.#rows.values()];
  }
}

/**
 * One table a part.
 * @param {readonly Row[]} rows
 * @param {Record<string, string>} [titles] of parts
 * @returns {string}
 */
export function inTables(rows, titles = {}) {
  const parts = [...new Set(rows.map(({ part }) => part))];
  const tables = parts.map((part) => {
    const title = titles[part] ? `**${part}**: ${titles[part]}` : `**${part}**`;
    return `${title}\n\n${tableOf(rows.filter((row) => row.part === part))}`;
  });
  return tables.join("\n\n");
}

/** @param {readonly Row[]} rows of one part */
function tableOf(rows) {
  const isCompared = rows.some(({ plain }) => plain.length > 0);
  const [head, lineOf] = isCompared
    ? ["| what | with the image | plain | ratio | rounds | goal |", comparedLine]
    : ["| what | median | least | most | rounds | goal |", line];
  const lines = rows.map((row) => lineOf(row));
  return [head, "|---|---:|---:|---:|---:|---:|", ...lines].join("\n");
}

/** @param {Row} row */
function line({ part, what, unit, values }) {
  const show = (/** @type {number} */ value) => withUnit(value, unit);
  const cells = [show(median(values)), show(Math.min(...values)), show(Math.max(...values))];
  return `| ${[what, ...cells, values.length, goalFor(GOALS[part]?.[what], unit, values)].join(" | ")} |`;
}

/** @param {Row} row */
function comparedLine({ part, what, unit, values, plain }) {
  const ratio = median(plain) / median(values);
  const rounds = new Set([values.length, plain.length].filter((count) => count > 0));
  const cells = [
    what,
    inRange(values, unit),
    inRange(plain, unit),
    Number.isFinite(ratio) ? `${ratio.toFixed(1)} ×` : "",
    [...rounds].join("; "),
    goalFor(GOALS[part]?.[what], unit, values),
  ];
  return `| ${cells.join(" | ")} |`;
}

/**
 * The median, and the least and the most.
 * @param {readonly number[]} values
 * @param {string} unit
 */
function inRange(values, unit) {
  if (values.length === 0) return "";
  const middle = withUnit(median(values), unit);
  if (values.length === 1) return middle;
  return `${middle} (${round(Math.min(...values))} to ${round(Math.max(...values))})`;
}

/**
 * The goal, and whether the median reaches it.
 * @param {import("./goals.mjs").Goal | undefined} goal
 * @param {string} unit
 * @param {readonly number[]} values
 */
function goalFor(goal, unit, values) {
  if (!goal || values.length === 0) return "";
  const [sign, limit] = "most" in goal ? ["≤", goal.most] : ["≥", goal.least];
  const value = median(values);
  const isReached = sign === "≤" ? value <= limit : value >= limit;
  return `${sign} ${`${limit} ${unit}`.trim()} ${isReached ? "✓" : "✗"}`;
}

/**
 * The one in the middle; of an even number, what lies between the two.
 * @param {readonly number[]} values
 */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2;
}

/** @param {number} value @param {string} unit */
function withUnit(value, unit) {
  return `${round(value)} ${unit}`.trim();
}

/** @param {number} value */
function round(value) {
  if (Math.abs(value) < 1) return value.toFixed(2);
  return Math.abs(value) < 100 ? value.toFixed(1) : value.toFixed(0);
}
