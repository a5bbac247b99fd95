// The pages of docs/ that the site ships, as `docs/<name>.html`.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../setup/paths.mjs";

/** Those that the site itself leads to. */
const SHIPPED = ["caching.md"];

const docs = path.join(root, "docs");
const style = path.join(import.meta.dirname, "docs.css");
const renderer = path.join(import.meta.dirname, "doc-page.mjs");

/** What the pages are made of, besides the site's own style. */
export const docsSources = [
  import.meta.filename,
  renderer,
  style,
  ...SHIPPED.map((name) => path.join(docs, name)),
];

/**
 * Writes the pages into a site that has its other pages already.
 * @param {string} site
 */
export async function writeDocs(site) {
  // Its libraries are not there before the first set-up.
  const { htmlName, renderDoc } = await import("./doc-page.mjs");
  const index = await readFile(path.join(site, "index.html"), "utf8");
  const styles = [...stylesOf(index).map((address) => `../${address}`), "docs.css"];
  const folder = path.join(site, "docs");
  await mkdir(folder, { recursive: true });
  await copyFile(style, path.join(folder, "docs.css"));
  for (const name of SHIPPED) {
    const text = await readFile(path.join(docs, name), "utf8");
    const { html, pictures } = renderDoc(text, { shipped: SHIPPED, styles });
    await writeFile(path.join(folder, htmlName(name)), html);
    for (const picture of pictures) {
      const copy = path.join(folder, picture);
      await mkdir(path.dirname(copy), { recursive: true });
      await copyFile(path.join(docs, picture), copy);
    }
  }
}

/**
 * Finds the style sheets of a page that Vite has built.
 * @param {string} html
 * @returns {string[]} addresses from the site's folder
 */
function stylesOf(html) {
  const links = html.matchAll(/<link rel="stylesheet"[^>]*? href="\.\/([^"]+)"/g);
  return [...links].map(([, address = ""]) => address);
}
