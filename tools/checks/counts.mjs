// How many tests ran, as the runners themselves report it: pytest, Vitest and Node's runner all
// write the JUnit format.
import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { ignoreMissing } from "../setup/files.mjs";
import { workFolder } from "../setup/paths.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Names the file that a stage's runner writes its report to.
 * @param {string} stage
 * @returns {Promise<string>}
 */
export async function reportFile(stage) {
  const file = path.join(workFolder, "reports", `${stage}.xml`);
  await mkdir(path.dirname(file), { recursive: true });
  await rm(file, { force: true });
  return file;
}

/**
 * Counts the tests of a report.
 * @param {string} file
 * @returns {Promise<Counts>}
 */
export async function readCounts(file) {
  const xml = (await readFile(file, "utf8").catch(ignoreMissing)) ?? "";
  return countCases(xml);
}

/**
 * Counts case by case, because the runners sum up in different places.
 * @param {string} xml
 * @returns {Counts}
 */
export function countCases(xml) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [, attributes = "", body = ""] of xml.matchAll(CASE)) {
    if (attributes.endsWith("/")) counts.passed += 1;
    else if (/<(failure|error)\b/.test(body)) counts.failed += 1;
    else if (/<skipped\b/.test(body)) counts.skipped += 1;
    else counts.passed += 1;
  }
  return counts;
}

const CASE = /<testcase\b((?:[^>"]|"[^"]*")*)(?:(?<=\/)>|>(.*?)<\/testcase>)/gs;

/**
 * Adds up.
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of all) {
    counts.passed += passed;
    counts.failed += failed;
    counts.skipped += skipped;
  }
  return counts;
}

/** @param {Counts} counts */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
