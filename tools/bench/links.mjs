// Starts over a slow link: from a host that hands out the compressed copies, as a good one does.
import { SLOW_LINK } from "./link.mjs";
import { measureSideBySide } from "./side-by-side.mjs";

/**
 * @param {string} browser its program
 * @param {number} rounds
 * @param {import("./table.mjs").Note} note
 */
export async function measureSlowLink(browser, rounds, note) {
  const host = { compresses: true, speed: SLOW_LINK };
  await measureSideBySide(
    { part: "links", browser, rounds, note, host },
    async ({ time, noteVisit }) => {
      noteVisit("cold", await time());
      noteVisit("warm", await time());
    },
  );
}
