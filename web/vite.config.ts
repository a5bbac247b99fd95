import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import { defineConfig, type Plugin } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));
const packageIndex = fileURLToPath(new URL("../.cache/pyodide/packages.json", import.meta.url));

/**
 * `import index from "virtual:site-index"`: what packages the site has. Part of the page's own
 * code, because nothing can be fetched for an app before it is known what the app needs.
 */
function siteIndex(): Plugin {
  const name = "virtual:site-index";
  return {
    name: "site-index",
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      if (!existsSync(packageIndex)) {
        throw new Error(`${packageIndex} is missing: \`npm run build\` makes it.`);
      }
      return `export default ${readFileSync(packageIndex, "utf8")}`;
    },
  };
}

export default defineConfig({
  root,
  // Relative addresses: the site works in any folder of any host.
  base: "./",
  plugins: [siteIndex(), { ...optimizeLocales.vite({ locales: ["en-US"] }), enforce: "pre" }],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    manifest: true,
    // An inlined font or picture would be a data: address, which the content policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_000,
  },
  worker: { format: "es" },
});
