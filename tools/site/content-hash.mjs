// What stands for the content of a file in an address, and in the list of what the site has.
import { createHash } from "node:crypto";

/**
 * As web/src/service-worker reckons it: it tells releases apart, and guards against nobody.
 * @param {string | Uint8Array} content
 */
export function contentHash(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
