/** The page, when entry.ts has Python under way. The only file that reads the title and global keys. */
import { createElement, lazy, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { coreAddress, preparation } from "./app/boot-options.ts";
import { type KnownStart, NOTHING_KNOWN } from "./app/head-start.ts";
import { mount, siteLoader } from "./app/mount.tsx";
import { siteBytes } from "./app/site-parts.ts";
import type { UnitParts } from "./app/unit-parts.ts";
import { followTheme, RunTeller, readEmbedding, tellHeight } from "./embed/embed.ts";
import { begun, headStart, isInFrame, known, lastStarts, said, shelf, site } from "./entry.ts";
import { followLink, isShortcut, whenIdle } from "./kit/index.ts";
import { Offline, type OfflineMode } from "./offline/offline.ts";
import { AddressBar } from "./page/address-bar.ts";
import type { AppController } from "./page/app-controller.ts";
import { examples } from "./page/examples.ts";
import { tryIconAddress } from "./page/favicon.ts";
import { onHotkey } from "./page/hotkeys.ts";
import { KeptImages } from "./page/kept-images.ts";
import { keepPicture, readPicture } from "./page/kept-pictures.ts";
import { KeptResults } from "./page/kept-results.ts";
import { LastReads } from "./page/last-starts.ts";
import { readLinkRule } from "./page/link-rule.ts";
import { type Connected, judgeLink } from "./page/link-speed.ts";
import { OpenedApp, type OpenOptions } from "./page/opened-app.ts";
import { OwnImages } from "./page/own-images.ts";
import { Page } from "./page/page.tsx";
import { pick } from "./page/pick.ts";
import { keepResolved, readResolved } from "./page/resolved-packages.ts";
import { saveFile } from "./page/save-file.ts";
import { keepChunks, readChunks } from "./page/used-chunks.ts";
import { Visit } from "./page/visit.ts";
import { ownImagePrefix } from "./protocol/own-images.ts";
import type { Picture } from "./protocol/picture.ts";
import { stage, traced } from "./protocol/trace.ts";
import { isOfBuild, mountInFrame, ReadAhead } from "./sandbox/sandbox.ts";
import index from "./site-index.ts";
import {
  canWriteBack,
  dropDraft,
  fileName,
  hasDraft,
  isBuilt,
  keepDraft,
  listDrafts,
  listKeptHandles,
  openSource,
  type Project,
  readDrop,
  reopenHandle,
  type SourceSpec,
  sourceEnvOf,
  withDraft,
  writeBack,
} from "./sources/sources.ts";
import {
  keepInWorker,
  localNotes,
  mayHaveResults,
  openStorage,
  startResultsWorker,
  storageOnceOpen,
} from "./storage/storage.ts";
import { CodeBlock, RichText } from "./view/markdown/index.ts";
import { AssetsProvider } from "./view/view.ts";

const served = said("app");
const offline = new Offline({
  site,
  mode: (said("offline") ?? "off") as OfflineMode,
  window,
  reload: () => location.reload(),
});
offline.begin();
const bar = new AddressBar(window, site, served);
const { isEmbedded, embedOptions, theme: askedTheme } = bar.address;
stage("load the page", 0)();
const embedded = isEmbedded ? readEmbedding(embedOptions) : null;
let theme = askedTheme ?? embedded?.theme;
const onHeight = embedded && ((height: number) => tellHeight(window.parent, height));
const loader = siteLoader(site, headStart);
if (bar.source && !isInFrame) {
  void begun.then(() => headStart.prepare(preparation(null, index, site)));
} else {
  headStart.drop();
}
const env = {
  ...sourceEnvOf(window, site, storageOnceOpen(openStorage("tabstream"))),
  isKnownModule: (name: string): boolean => name in index.imports,
};
const results = new KeptResults({
  storage: env.storage,
  mayHaveResults,
  startWorker: startResultsWorker,
});
const ownImages = new OwnImages(env.storage, ownImagePrefix(index));
/** What is kept of the site itself, beside what the service worker keeps. */
const keptPaths = [...index.images.map(({ path }) => path), coreAddress(index)];
const images = new KeptImages({
  openShelf: () => shelf,
  keep: (path, { place }) => keepInWorker({ site, path, place }),
  paths: keptPaths,
  own: ownImages,
  link: judgeLink(navigator as Connected, performance),
  whenIdle,
  log: (text) => console.info(text),
});

/** What the app unit is made of; only a frame has to be told. */
let parts: Promise<UnitParts> | null = null;
function unitParts(): Promise<UnitParts> {
  parts ??= readUnitParts().catch((error: unknown) => {
    parts = null; // the next app may have more luck
    throw error;
  });
  return parts;
}

async function readUnitParts(): Promise<UnitParts> {
  return JSON.parse(
    new TextDecoder().decode(await siteBytes(site, "unit.json", { cache: "no-cache" })),
  );
}

const ahead = new ReadAhead((path, options) => siteBytes(site, path, options));
const lastReads = new LastReads(localNotes(window), site);

/** Somebody else's app is to come: its frame will ask for the same as the last time. */
if (bar.source && isInFrame) {
  unitParts().catch(() => {}); // the frame's own start says what is wrong
  ahead.begin(lastReads.read(bar.source) ?? []);
}

/** Somebody else's app has a frame with an origin of its own, where nothing of the site's is to be had. */
function mountWhereItBelongs(project: Project): OpenOptions["mount"] {
  const { entry } = project;
  if (!isFramed(project)) return (element, port) => mount(element, port, { loader, index });
  const framed = { title: `App: ${entry}`, parts: unitParts, index, read: ahead.read };
  const known = takeKnown();
  return (element, port, onEnd) => mountInFrame(element, port, { ...framed, known, onEnd });
}

let isKnownTaken = false;

/** What is known of how the app in a frame starts that this page was opened for; of later ones nothing. */
function takeKnown(): Promise<KnownStart> {
  const taken = isInFrame && !isKnownTaken ? known : Promise.resolve(NOTHING_KNOWN);
  isKnownTaken = true;
  return taken;
}

let hasNotedReads = false;

/** The first run of an app in a frame is over: the next visit begins with what it took. */
function noteReads(source: SourceSpec | null): void {
  if (hasNotedReads || !source) return;
  hasNotedReads = true;
  // What is kept is handed in as it is.
  lastReads.keep(
    source,
    ahead.asked.filter((path) => !keptPaths.includes(path)),
  );
  ahead.drop();
}

/** The owner of a site may want a frame for every app, as for one with scripts of many authors. */
function isFramed({ isTrusted }: Project): boolean {
  return !isTrusted || said("frames") === "all";
}

function openApp(project: Project): OpenedApp {
  // Python, if it is under way, is under way outside of any frame.
  if (isFramed(project)) headStart.drop();
  const { source } = bar;
  const app = new OpenedApp(project, {
    mount: mountWhereItBelongs(project),
    argv: bar.address.argv,
    query: bar.query,
    page: bar.address.page ?? "",
    indexUrls: null,
    resolved: readResolved(env.storage, project.identity),
    chunks: readChunks(env.storage, project.identity),
    picture: readPicture(env.storage, project.identity),
    images: isFramed(project) ? images.forFrame() : images.forApp(),
  });
  const { controller } = app;
  controller.setAppearance({ embedding: embedded?.embedding ?? null, ...(theme && { theme }) });
  controller.onQuery = (query) => bar.write(query);
  controller.onResolved = (resolved) => void keepResolved(env.storage, project.identity, resolved);
  controller.onChunks = (names) => void keepChunks(env.storage, project.identity, names);
  controller.onPicture = (picture) => void keepAsWished(project.identity, picture);
  controller.onResults = (port) => void results.connect(project.identity, port);
  controller.onKeepsResults = () => void results.wakeFor(project.identity);
  controller.onSwitchResults = (isKept) => {
    void results.keep(project.identity, isKept);
    if (!isKept) void keepAsWished(project.identity, null);
  };
  void showWish(app);
  controller.onImageWanted = (path) => images.want(path);
  if (isFramed(project)) restrain(controller);
  else serveTrusted(controller);
  let assets: readonly string[] | null = null;
  controller.onAssets = (paths) => {
    assets = paths.filter(isOfBuild);
  };
  controller.onRunEnd = () => {
    bar.endRun();
    images.prepare();
    if (isFramed(project)) noteReads(source);
    // Not before Python is there: what the page still waits for comes first.
    if (assets) offline.keepUsed(assets);
  };
  if (onHeight) {
    controller.onHeight = (height) => {
      keepHeight(height);
      onHeight(height);
    };
    // What a page has handed in is no secret to it.
    const runs = new RunTeller(window.parent, bar.source?.kind === "page");
    controller.onRan = (problems) => runs.tellRun(problems);
    controller.onFailed = (what) => runs.tellError(what);
  }
  controller.state.watch(showTitle);
  return app;
}

/** What only an app may ask that is not somebody else's: it is of effect for others, too. */
function serveTrusted(controller: AppController): void {
  noteStarts(controller);
  controller.onImageUsed = (name) => void ownImages.noteUse(name);
  controller.onImageTaken = (name, parts) => images.keepOwn(name, parts);
  controller.onImageBroken = (path) => void images.drop(path);
}

/** The next visit begins like this one. */
function noteStarts(controller: AppController): void {
  const { source } = bar;
  controller.onStarted = (lock, images) => source && lastStarts.keep(source, { lock, images });
}

/** On paper a frame is as high as its app. */
function keepHeight(height: number): void {
  if (!Number.isFinite(height)) return; // somebody else's app may say anything
  document.documentElement.style.setProperty("--ts-app-height", `${Math.min(height, 200_000)}px`);
}

/** Somebody else's app saves a file or opens a tab only for a person who has touched it. */
function restrain(controller: AppController): void {
  // Of use only in a frame of its own: there it may start as it likes.
  if (isInFrame) noteStarts(controller);
  const { userActivation } = navigator;
  controller.onDownload = (name, _, bytes) => {
    // Its file may take a while to be made after the click. Here it is no page, whatever it says.
    if (userActivation?.hasBeenActive !== false) saveFile(name, "application/octet-stream", bytes);
  };
  controller.onHeight = keepHeight;
  controller.onLink = (address) => {
    if (userActivation?.isActive !== false) followLink(address);
  };
}

const visit = new Visit({
  bar,
  links: readLinkRule(said("links"), said("link-hosts")),
  openApp,
  hasDraft: (project) => hasDraft(env.storage, project),
  readSource: (source) => traced("read the script", readSource(source)),
});

/** A script as it is at its place; in the editor as a person has changed it here. */
async function readSource(source: SourceSpec): Promise<Project> {
  const project = await openSource(source, env);
  return bar.address.isEditing ? withDraft(project, env.storage) : project;
}

const Playground = lazy(() => import("./playground/playground.tsx"));

/** The editor of an app. Its code is a chunk of its own, which a visitor who only looks never loads. */
function editorOf(app: OpenedApp): ReactNode {
  const { source } = bar;
  const discard = async () => {
    await dropDraft(env.storage, app.project.identity);
    // A draft by itself has no other place to be shown from.
    if (source?.kind === "draft") visit.leave();
    else visit.reopen();
  };
  return createElement(Playground, {
    // An editor is one app's: another one begins anew.
    key: app.id,
    app,
    place: {
      keep: async (files, changed) => {
        await keepDraft(env.storage, { ...app.project, files, changed }, Date.now());
        if (!(await env.storage.lasts())) throw new Error("This browser keeps nothing.");
      },
      discard: app.project.origin.kind === "draft" ? null : discard,
      // Asked anew each time: its files may have been picked again.
      save: canWriteBack(source) ? (files) => writeBack(bar.source, files) : null,
      download: ({ name, mime, bytes }) => saveFile(name, mime, bytes),
      after: env.after,
    },
    index,
    examples,
    onExample: (name) => bar.open({ kind: "address", address: `examples/${name}/app.py` }, true),
    onClose: () => visit.edit(false),
  });
}

/** A person who wants no results kept wants no picture of them, either. */
async function keepAsWished(identity: string, picture: Picture | null): Promise<void> {
  const isWanted = picture !== null && (await results.isKept(identity));
  await keepPicture(env.storage, identity, isWanted ? picture : null, Date.now());
}

/** The menu says whether results are kept, which a person may have changed in another tab. */
async function showWish({ controller, project }: OpenedApp): Promise<void> {
  controller.state.patch({ keepsResults: await results.isKept(project.identity) });
}

/** "tabstream"; or what the app is called that the site was built for, when that is the one it shows. */
const ownTitle = document.title;
const showsBuilt = bar.source?.kind === "served" && isBuilt(bar.source.manifest);

/** The title and the icon of the tab are those of the app that is open. */
function showTitle(): void {
  const { app } = visit;
  const settings = app?.controller.state.get().settings;
  const title = settings?.title ?? (app && !showsBuilt ? nameOf(app.project.entry) : ownTitle);
  // This is asked twice a run, and to set even the same title changes the document.
  if (title !== document.title) document.title = title;
  void showIcon(settings?.icon ?? null);
}

let shownIcon: string | null = null;

async function showIcon(icon: string | null): Promise<void> {
  if (icon === shownIcon) return;
  shownIcon = icon;
  const address = icon === null ? undefined : await tryIconAddress(icon, site);
  const link = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  if (link && icon === shownIcon) link.href = address ?? "icon.svg";
}

function nameOf(path: string): string {
  return fileName(path).replace(/\.py$/, "");
}

visit.screen.watch(showTitle);
visit.screen.watch(() => {
  if (visit.screen.get().at !== "landing") return;
  headStart.drop();
  ahead.drop();
});
document.addEventListener("visibilitychange", () => {
  if (visit.app && !document.hidden) void showWish(visit.app);
});
window.addEventListener("keydown", (event) => {
  if (visit.app && isShortcut(event)) onHotkey(event, visit.app.controller);
});

if (embedded && !theme) {
  followTheme(window, (themeAround) => {
    theme = themeAround;
    visit.app?.controller.setAppearance({ theme });
  });
}

const page = createElement(Page, {
  visit,
  // A site that was built for one app has none.
  examples: showsBuilt ? [] : examples,
  version: __VERSION__,
  hasMenu: embedded?.hasToolbar ?? true,
  isAlone: window.parent === window,
  theme: theme ?? "system",
  async findRecent() {
    const [kept] = await listKeptHandles(env);
    return kept ? { name: kept.name, open: () => reopenHandle(kept) } : null;
  },
  pick,
  readDrop,
  onHeight,
  editor: editorOf,
  drafts: {
    list: () => listDrafts(env.storage),
    drop: (id) => dropDraft(env.storage, id),
    now: () => Date.now(),
  },
  texts: {
    markdown: (text) => createElement(RichText, { text }),
    python: (code) => createElement(CodeBlock, { code, language: "python", lineNumbers: true }),
  },
});
const place = document.getElementById("page");
if (place) createRoot(place).render(createElement(AssetsProvider, { value: loader }, page));
