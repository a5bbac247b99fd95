/**
 * A chart on the page, from its specification to its end.
 *
 * Building one costs some 30 ms and loses the zoom, so it is built anew only when the specification or
 * the theme changes. New data goes into the chart that is there.
 */
import {
  type Loader,
  type LoggerInterface,
  loader,
  logger,
  parse,
  type Renderers,
  View,
  Warn,
} from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";
import { followLink } from "../../kit/index.ts";
import type { ChartData } from "../../protocol/elements.ts";
import { chartRows } from "./chart-rows.ts";
import type { ReadySpec } from "./chart-spec.ts";
import { LINE_WIDTH, lightenLines, lineWidth } from "./line-spec.ts";
import type { Window } from "./thin.ts";

/** What a chart tells of what happens in it. */
export interface ChartEvents {
  /** The pointer is over something with a tooltip, or (null) over nothing any more. */
  onTooltip(tip: Tip | null): void;
  /** Something was selected; the value of the parameter as Vega has it. */
  onSelect(name: string, value: unknown): void;
  /** The part of the axes that is seen has changed. */
  onZoom(): void;
}

export interface Tip {
  /** Relative to the chart. */
  readonly x: number;
  readonly y: number;
  readonly content: unknown;
}

/**
 * What Vega-Lite has to say to an author. That bars of a fixed width do not fit themselves into a place is
 * as it should be, and we asked for the fitting.
 */
function quietLogger(): LoggerInterface {
  const all = logger(Warn);
  const warn = all.warn.bind(all);
  all.warn = (...parts: unknown[]) =>
    /^Dropping "fit/.test(String(parts[0])) ? all : warn(...parts);
  return all;
}

/**
 * Links in a specification lead to a new tab and not out of the app. Vega asks for an address when a
 * link is followed, and also when a picture with links in it is written.
 */
function ownLoader(isWriting: () => boolean): Loader {
  const own = loader({ target: "_blank" });
  const { sanitize } = own;
  own.sanitize = async (address, options) => {
    const allowed = await sanitize.call(own, address, options);
    if (isWriting() || (options as { context?: string }).context !== "href") return allowed;
    followLink(allowed.href);
    // Vega would follow it by a link of its own, which is part of no document.
    throw new Error("It has been followed.");
  };
  return own;
}

export class LiveChart {
  readonly #view: View;
  readonly #ready: ReadySpec;
  /** What the data sets hold now, so that the same rows are not given again. */
  readonly #given = new Map<string, unknown>();
  readonly #height: number;
  #isZoomed = false;
  #isWriting = false;

  constructor(
    ready: ReadySpec,
    container: HTMLElement,
    selections: readonly string[],
    events: ChartEvents,
  ) {
    this.#ready = ready;
    const { spec } = compile(ready.spec, { config: ready.config, logger: quietLogger() });
    if (ready.isLine) lightenLines(spec);
    // The syntax tree instead of generated code: our content policy allows no `eval`.
    const runtime = parse(spec, undefined, { ast: true });
    this.#view = new View(runtime, {
      expr: expressionInterpreter,
      loader: ownLoader(() => this.#isWriting),
      renderer: "canvas",
      container,
      hover: true,
      logLevel: Warn,
      tooltip: (_handler, event, _item, value) => {
        if (value === null || value === "" || value === undefined) return events.onTooltip(null);
        const { left, top } = container.getBoundingClientRect();
        const { clientX, clientY } = event as unknown as MouseEvent;
        events.onTooltip({ x: clientX - left, y: clientY - top, content: value });
      },
    });
    this.#height = this.#view.height();
    for (const name of selections) {
      this.#view.addSignalListener(name, (_, value) => events.onSelect(name, value));
    }
    for (const name of Object.keys(this.#signals()).filter((name) => /^zoom_[xy]/.test(name))) {
      this.#view.addSignalListener(name, () => {
        this.#isZoomed = (this.#view.signal(name) ?? null) !== null;
        events.onZoom();
      });
    }
  }

  /** Draw the data sets; of long lines what the window needs. */
  async draw(data: readonly ChartData[]): Promise<void> {
    const names = this.#dataNames();
    for (const part of data) {
      if (!names.has(part.name)) continue;
      const window = part.roles?.is_line ? this.#window() : null;
      const key = JSON.stringify(window);
      const given = this.#given.get(part.name) as { part: ChartData; key: string } | undefined;
      if (given?.part.frame === part.frame && given.key === key) continue;
      this.#given.set(part.name, { part, key });
      const rows = chartRows(part, window);
      this.#view.data(part.name, rows);
      if (window !== null) this.#view.signal(LINE_WIDTH, lineWidth(rows, window));
    }
    await this.#view.runAsync();
  }

  /** Take another size, as far as the chart can; `height` null: the one it had at first. */
  async resize(width: number, height: number | null): Promise<void> {
    if (!this.#ready.canResize) return;
    if (this.#ready.fitsWidth) this.#view.width(width);
    this.#view.height(height ?? this.#height);
    await this.#view.runAsync();
  }

  /** Draw again with fonts that have arrived since. */
  async redraw(): Promise<void> {
    await this.#view.resize().runAsync();
  }

  /** Ink on paper: lines instead of pixels while the page is printed. */
  print(isPrinting: boolean): void {
    this.#view.renderer((isPrinting ? "svg" : "canvas") as Renderers).run();
  }

  async png(): Promise<Blob> {
    const canvas = await this.#view.toCanvas(2);
    return new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The chart is empty."))));
    });
  }

  async svg(): Promise<Blob> {
    this.#isWriting = true;
    try {
      return new Blob([await this.#view.toSVG()], { type: "image/svg+xml" });
    } finally {
      this.#isWriting = false;
    }
  }

  /** A scale of the chart, and undefined when it has none of this name. */
  scale(name: string): Scale | undefined {
    try {
      return this.#view.scale(name) as Scale;
    } catch {
      return undefined;
    }
  }

  /** Where the axes cross, and how large the plot is, in the chart's own pixels. */
  plot(): { x: number; y: number; width: number; height: number } {
    const [x, y] = this.#view.origin();
    const { left, top } = this.#view.padding() as { left: number; top: number };
    return { x: x + left, y: y + top, width: this.#view.width(), height: this.#view.height() };
  }

  finalize(): void {
    this.#view.finalize();
  }

  /** The part of the x axis that is seen. */
  #window(): Window {
    const all = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
    const pixels = Math.max(100, Math.round(this.#view.width()));
    if (!this.#isZoomed) return { ...all, pixels };
    const [from, to] = (this.scale("x")?.domain() ?? []).map(Number);
    return { from: from ?? all.from, to: to ?? all.to, pixels };
  }

  #signals(): Record<string, unknown> {
    return (
      this.#view.getState({ signals: () => true, data: () => false, recurse: false }).signals ?? {}
    );
  }

  #dataNames(): Set<string> {
    const state = this.#view.getState({ signals: () => false, data: () => true, recurse: false });
    return new Set(Object.keys(state.data ?? {}));
  }
}

/** As much of a D3 scale as is used here. */
export interface Scale {
  (value: unknown): number | undefined;
  domain(): unknown[];
  range(): unknown[];
  invert?(pixel: number): number | Date;
  bandwidth?(): number;
}
