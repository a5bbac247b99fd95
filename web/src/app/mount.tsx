/**
 * The app unit: view and worker together, with one port to the page.
 *
 * It reads no location and no storage, and global keys only to hand them on in a frame of its own, so the same unit is mounted twice on one
 * page, in a custom element, in a docs page or inside a sandboxed frame, unchanged.
 */
import { StrictMode, useCallback, useMemo } from "react";
import { createRoot } from "react-dom/client";
import {
  Root,
  resolveTheme,
  themeSection,
  useField,
  useStore,
  useSystemBase,
} from "../kit/index.ts";
import { isTracing, stage } from "../protocol/trace.ts";
import {
  type App,
  AppFrame,
  AppProvider,
  AssetsProvider,
  ExceptionCardView,
  Failure,
  ImpossiblePackage,
  Loading,
  ToastBoard,
  viewOf,
} from "../view/view.ts";
import type { SiteIndex } from "./boot-options.ts";
import { relayToPage } from "./in-frame.ts";
import type { Loader } from "./loader.ts";
import { randomId } from "./random-id.ts";
import { Unit } from "./unit.ts";
import "./mount.css";

export { bytesLoader } from "./bytes-loader.ts";
export { siteLoader } from "./loader.ts";

export interface MountOptions {
  loader: Loader;
  /** What packages the site has: the content of pyodide/packages.json. */
  index: SiteIndex;
  /** Whether it has a frame of its own, which leaves links and keys to the page. */
  isFramed?: boolean;
}

export interface AppHandle {
  /** End the app and empty its element. */
  unmount(): void;
}

/**
 * Mount an app in an element. It waits for an `open` message on the port; see protocol/port.ts.
 *
 * @example
 * const { port1, port2 } = new MessageChannel();
 * const app = mount(element, port2, { loader: siteLoader(document.baseURI), index });
 * port1.postMessage({ type: "open", project });
 */
export function mount(element: HTMLElement, port: MessagePort, options: MountOptions): AppHandle {
  const unit = new Unit(port, options.loader, options.index);
  const life = new AbortController();
  if (options.isFramed) relayToPage((message) => unit.tellPage(message), life.signal);
  if (isTracing()) traceDrawing(unit);
  const app: App = {
    tree: unit.runs.tree,
    values: unit.runs.values,
    run: unit.runs.state,
    viewOf,
    toasts: new ToastBoard(),
    async upload(file) {
      const id = randomId();
      const bytes = new Uint8Array(await file.arrayBuffer());
      unit.upload(id, { name: file.name, mime: file.type, bytes });
      return id;
    },
    download: (name, mime, bytes) => unit.tellPage({ type: "download", name, mime, bytes }),
  };
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <AssetsProvider value={unit.chunks.assets}>
        <AppProvider value={app}>
          <MountedApp unit={unit} tellsHeight={options.isFramed ?? false} />
        </AppProvider>
      </AssetsProvider>
    </StrictMode>,
  );
  return {
    unmount() {
      root.unmount();
      life.abort();
      unit.dispose();
    },
  };
}

/** Record how long the first elements take from their arrival to the screen. */
function traceDrawing({ runs: { state } }: Unit): void {
  const stop = state.watch(() => {
    if (!state.get().hasDrawn) return;
    stop();
    const drawn = stage("draw");
    requestAnimationFrame(() => setTimeout(drawn));
  });
}

interface MountedAppProps {
  unit: Unit;
  /** Whether the page is told how high the content is although the app is no part of another page. */
  tellsHeight: boolean;
}

function MountedApp({ unit, tellsHeight }: MountedAppProps) {
  const { state } = unit.runs;
  const layout = useField(state, "layout");
  const sidebar = useField(state, "sidebar");
  const options = useField(state, "options");
  const hasDrawn = useField(state, "hasDrawn");
  const showsLastVisit = useField(state, "showsLastVisit");
  const failure = useStore(unit.failure);
  const appearance = useStore(unit.appearance);
  const system = useSystemBase();
  const theme = useMemo(
    () => resolveTheme(themeSection(options), appearance.theme, system),
    [options, appearance.theme, system],
  );
  const tellHeight = useCallback(
    (height: number) => unit.tellPage({ type: "height", height }),
    [unit],
  );
  // The few lines shown while Python starts would make a frame small for a moment.
  const { embedding } = appearance;
  const isThere = hasDrawn || showsLastVisit || failure !== null;
  const hasHeight = (embedding !== null || tellsHeight) && isThere;
  return (
    <Root
      theme={theme}
      className="ts-unit"
      data-scroll={embedding?.canScroll === false ? "none" : undefined}
    >
      <AppFrame
        layout={appearance.layout ?? layout}
        sidebar={sidebar}
        hasPadding={embedding?.hasPadding ?? true}
        showsLastVisit={showsLastVisit}
        onHeight={hasHeight ? tellHeight : null}
        notice={<Notice unit={unit} />}
      />
    </Root>
  );
}

/** What stands above the elements: how the start goes on, or what went wrong. */
function Notice({ unit }: { unit: Unit }) {
  const failure = useStore(unit.failure);
  const progress = useStore(unit.progress);
  const hasDrawn = useField(unit.runs.state, "hasDrawn");
  const showsLastVisit = useField(unit.runs.state, "showsLastVisit");
  const compileError = useField(unit.runs.state, "compileError");
  const impossible = useStore(unit.impossible);
  const appearance = useStore(unit.appearance);
  const state = () => {
    if (failure) return <Failure failure={failure} onRetry={() => unit.restart()} />;
    if (compileError) return <ExceptionCardView card={compileError} />;
    if (hasDrawn || appearance.embedding?.showsStart === false) return null;
    return <Loading progress={progress} hasWords={!showsLastVisit} />;
  };
  return (
    <>
      {impossible.map((found) => (
        <ImpossiblePackage key={found.name} {...found} />
      ))}
      {state()}
    </>
  );
}
