/** The page's entry. The only file that reads the address, the title and global keys. */
import index from "virtual:site-index";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { mount, siteLoader } from "./app/mount.tsx";
import { tellHeight } from "./embed/embed.ts";
import { examples } from "./page/examples.ts";
import { onHotkey } from "./page/hotkeys.ts";
import { OpenedApp } from "./page/opened-app.ts";
import { Page } from "./page/page.tsx";
import { pick } from "./page/pick.ts";
import type { QueryPairs } from "./protocol/messages.ts";
import {
  listKeptHandles,
  openSource,
  type Project,
  parseAddress,
  readDrop,
  reopenHandle,
  sourceEnvOf,
  writeAddress,
} from "./sources/sources.ts";
import { openStorage, storageOnceOpen } from "./storage/storage.ts";

const site = new URL(".", document.baseURI).href;
const served = document.querySelector<HTMLMetaElement>('meta[name="tabstream-app"]')?.content;
const address = parseAddress(location.href, served);
const env = {
  ...sourceEnvOf(window, site, storageOnceOpen(openStorage("tabstream"))),
  isKnownModule: (name: string): boolean => name in index.imports,
};
let app: OpenedApp | null = null;

function openApp(project: Project): OpenedApp {
  const opened = new OpenedApp(project, {
    mount: (element, port) => mount(element, port, { loader: siteLoader(site), index }),
    argv: [...address.argv],
    query: parseAddress(location.href).appQuery.map(([name, value]) => [name, value]),
    page: address.page ?? "",
    indexUrls: null,
  });
  const { controller } = opened;
  controller.setAppearance({
    isEmbedded: address.isEmbedded,
    ...(address.theme && { theme: address.theme }),
  });
  controller.state.watch(() => {
    document.title = controller.state.get().settings?.title ?? nameOf(project.entry);
  });
  controller.onQuery = writeQuery;
  if (address.isEmbedded) controller.onHeight = (height) => tellHeight(window.parent, height);
  document.title = nameOf(project.entry);
  return opened;
}

/** The app set its query parameters: the address follows, and Back leads to what it was. */
function writeQuery(query: QueryPairs): void {
  const next = writeAddress({ ...parseAddress(location.href), appQuery: query }, site);
  if (next !== location.href) history.pushState(null, "", next);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.py$/, "");
}

window.addEventListener("popstate", () => {
  app?.controller.setQuery(
    parseAddress(location.href).appQuery.map(([name, value]) => [name, value]),
  );
});
window.addEventListener("hashchange", () => {
  // Another #code= or another gist file: another app, so the page begins anew.
  if (
    JSON.stringify(parseAddress(location.href, served).source) !== JSON.stringify(address.source)
  ) {
    location.reload();
  }
});
window.addEventListener("keydown", (event) => {
  if (app) onHotkey(event, app.controller);
});

const place = document.getElementById("page");
if (place) {
  createRoot(place).render(
    createElement(Page, {
      first: address.source ?? null,
      examples,
      version: __VERSION__,
      isEmbedded: address.isEmbedded,
      async findRecent() {
        const [kept] = await listKeptHandles(env);
        if (!kept) return null;
        return { name: kept.name, open: () => reopenHandle(kept) };
      },
      readSource: (spec) => openSource(spec, env),
      openApp,
      pick,
      readDrop,
      onApp(opened) {
        app = opened;
      },
    }),
  );
}
