// How long the build takes for its memory images, when nobody has taken them before.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { bundleCode } from "../images/images.mjs";
import { PRESETS } from "../images/presets.mjs";
import { run } from "../setup/command.mjs";

/** @typedef {import("./table.mjs").Note} Note */

/**
 * Takes all of them side by side as the build does, into a folder that is thrown away.
 * @param {Note} note
 */
export async function measureTaking(note) {
  const folder = await mkdtemp(path.join(tmpdir(), "tabstream-images-"));
  const start = performance.now();
  const since = () => (performance.now() - start) / 1000;
  try {
    await bundleCode();
    const tool = path.join(import.meta.dirname, "../images/take.mjs");
    await Promise.all(
      PRESETS.map(async ({ name }) => {
        const into = path.join(folder, `${name}.image`);
        await run(process.execPath, [tool, name, into], { quiet: true });
        note(`${name}, beside the others`, "s", since());
      }),
    );
    note("taking all images", "s", since());
  } finally {
    await rm(folder, { recursive: true });
  }
}
