import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import { defineConfig, type HtmlTagDescriptor, type Plugin, type Rolldown } from "vite";
import type { UnitParts } from "./src/app/unit-parts.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * `import index from "virtual:site-index"`: what packages the site has. Part of the page's own
 * code, because nothing can be fetched for an app before it is known what the app needs.
 */
function siteIndex(): Plugin {
  const name = "virtual:site-index";
  const file = here("../.cache/packages.json");
  return {
    name: "site-index",
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      if (!existsSync(file)) throw new Error(`${file} is missing: \`npm run build\` makes it.`);
      return `export default ${readFileSync(file, "utf8")}`;
    },
  };
}

/** Stands for the hash of the frame's script, in its own policy and in the page's, which it inherits. */
const FRAME_HASH = "{frame-hash}";

/**
 * `import html from "virtual:sandbox-frame"`: the document of the frame for somebody else's app. Its one
 * script is named by its hash in the policies that let it run.
 */
function sandboxFrame(): Plugin {
  const name = "virtual:sandbox-frame";
  const html = readFileSync(here("./src/sandbox/frame.html"), "utf8");
  const script = /<script type="module">([\s\S]*?)<\/script>/.exec(html)?.[1];
  if (script === undefined) throw new Error("The document of the frame has no script.");
  const hash = `sha256-${createHash("sha256").update(script).digest("base64")}`;
  return {
    name: "sandbox-frame",
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      return `export default ${JSON.stringify(html.replaceAll(FRAME_HASH, hash))}`;
    },
    transformIndexHtml: (page) => page.replaceAll(FRAME_HASH, hash),
  };
}

/** Python's worker; see `worker` below. */
const WORKER = /(^|\/)worker-[\w-]+\.js$/;

/** The page and its editor may load their parts by address; an app, by the table of what it is made of. */
const MAY_LOAD = /\/src\/(view\/chunks\.ts|main\.ts|playground\/)/;

/**
 * Writes unit.json: which files the app unit is made of and which of them need which, for a place
 * that may fetch nothing and is handed every file as bytes; see src/app/module-graph.ts.
 */
function unitParts(): Plugin {
  return {
    name: "unit-parts",
    generateBundle(_, bundle) {
      const outputs = Object.values(bundle);
      const parts: UnitParts = {
        unit: "",
        modules: "",
        headStart: "",
        worker: "",
        chunks: {},
        files: {},
      };
      const lazy = lazyModules();
      for (const output of outputs) {
        const { fileName } = output;
        if (WORKER.test(fileName)) parts.worker = fileName;
        if (output.type !== "chunk") continue;
        if (output.isEntry && output.name === "unit") parts.unit = fileName;
        if (output.isEntry && output.name === "modules") parts.modules = fileName;
        if (output.isEntry && output.name === "head-start") parts.headStart = fileName;
        const others = output.dynamicImports.filter((file) => file !== fileName);
        if (others.length > 0 && !output.moduleIds.some((id) => MAY_LOAD.test(id))) {
          this.error(`${fileName} loads ${others}; in an app only view/chunks.ts may do that.`);
        }
        const name = lazy.get(basename(output.facadeModuleId ?? ""));
        if (name !== undefined) parts.chunks[name] = fileName;
        parts.files[fileName] = {
          imports: output.imports,
          css: [...(output.viteMetadata?.importedCss ?? [])],
        };
      }
      this.emitFile({ type: "asset", fileName: "unit.json", source: JSON.stringify(parts) });
    },
  };
}

/**
 * Asks, beside the first code, for what every visit needs: the rest of the page's code, the worker's,
 * which the browser would learn of when the first has run, and the typeface, of which it would when
 * the first words are laid out. Not for Python: the front page has no use for it.
 */
function restOfPage(): Plugin {
  return {
    name: "rest-of-page",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle = {} }) => {
        const files = Object.keys(bundle);
        const worker = files.filter((file) => WORKER.test(file));
        const fonts = files.filter((file) => /inter-latin-wght-normal-[\w-]+\.woff2$/.test(file));
        const main = withImports(bundle, (chunk) => chunk.isEntry && chunk.name === "main");
        if (main.length === 0) throw new Error("The build has no script named main.");
        // What is imported comes first: the page's own rules win over it.
        const styles = new Set(
          main.toReversed().flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]),
        );
        const link = (attrs: Record<string, string>, file: string): HtmlTagDescriptor => {
          return { tag: "link", attrs: { ...attrs, href: `./${file}` }, injectTo: "head" };
        };
        const [{ fileName: script = "" } = {}, ...imports] = main;
        return [
          { tag: "script", attrs: { type: "module", src: `./${script}` }, injectTo: "head" },
          ...imports.map(({ fileName }) => link({ rel: "modulepreload" }, fileName)),
          ...[...styles].map((file) => link({ rel: "stylesheet" }, file)),
          ...worker.map((file) => link({ rel: "modulepreload" }, file)),
          ...fonts.map((file) => link({ rel: "preload", as: "font", crossorigin: "" }, file)),
        ];
      },
    },
  };
}

/** A chunk and, behind it, all that it cannot do without. */
function withImports(
  bundle: Rolldown.OutputBundle,
  isWanted: (chunk: Rolldown.OutputChunk) => boolean,
): Rolldown.OutputChunk[] {
  const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
  const found = new Set(chunks.filter(isWanted));
  for (const { imports } of found) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  }
  return [...found];
}

/** The table of src/view/chunks.ts, turned round: a module's file name -> the chunk's name. */
function lazyModules(): Map<string, string> {
  const table = readFileSync(here("./src/view/chunks.ts"), "utf8");
  const lines = table.matchAll(/(\w+): \(\) => import\("([^"]+)"\)/g);
  return new Map([...lines].map(([, name = "", module = ""]) => [basename(module), name]));
}

/** The version, from the one place where it is written. */
function version(): string {
  const source = readFileSync(here("../py/tabstream/_version.py"), "utf8");
  return /__version__ = "([^"]+)"/.exec(source)?.[1] ?? "";
}

export default defineConfig({
  root: here("."),
  // Relative addresses: the site works in any folder of any host.
  base: "./",
  define: { __VERSION__: JSON.stringify(version()) },
  plugins: [
    siteIndex(),
    sandboxFrame(),
    unitParts(),
    restOfPage(),
    { ...optimizeLocales.vite({ locales: ["en-US"] }), enforce: "pre" },
  ],
  build: {
    outDir: here("../dist"),
    emptyOutDir: true,
    target: "es2022",
    // An inlined font or picture would be a data: address, which the content policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      input: {
        index: here("index.html"),
        main: here("src/main.ts"),
        unit: here("src/app/mount.tsx"),
        modules: here("src/frame.ts"),
        "head-start": here("src/app/head-start.ts"),
      },
      output: {
        codeSplitting: {
          // All that an app needs at once in one file. Cut along what the lazy parts share with it,
          // a start would be a dozen requests.
          groups: [
            { name: "app", test: /\/src\/app\/mount\.tsx$|rolldown\/runtime/ },
            // What the page's first code, and a frame's, share with an app: else all of an app would come first.
            {
              name: "start",
              test: /\/src\/(app\/head-start|protocol\/own-images)\.ts$/,
              priority: 1,
            },
            // It loads its editors lazily, which a module graph cannot follow.
            { name: "glide", test: /@glideapps/ },
          ],
        },
      },
      // What mount exports is used from outside: by a frame, and by pages that embed an app.
      preserveEntrySignatures: "exports-only",
      checks: { moduleLevelDirective: false },
    },
  },
  worker: {
    format: "es",
    rolldownOptions: {
      output: {
        // Python's worker is found by its name, above; the page has another, for results.
        entryFileNames: ({ name }) => `assets/${name === "entry" ? "worker" : name}-[hash].js`,
      },
    },
  },
});
