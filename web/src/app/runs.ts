/**
 * The runs of an app as the view sees them: what asks for one, what one draws, and what the person
 * is told meanwhile. What Python draws first is shown at once; what follows it within a frame is
 * gathered for the next one, or for the run's end.
 */

import { Store } from "../kit/index.ts";
import type { ExceptionCard } from "../protocol/elements.ts";
import {
  EVENT,
  type FromPython,
  type Json,
  type QueryPairs,
  type ToPython,
} from "../protocol/messages.ts";
import type { Picture } from "../protocol/picture.ts";
import type { FromUnit, ScriptState } from "../protocol/port.ts";
import type { ScriptProblem } from "../protocol/problems.ts";
import { isSame } from "../protocol/same.ts";
import { ElementTree, takePicture } from "../tree/tree.ts";
import { type RunRequest, Values } from "../view/view.ts";
import { FRAME_MS, onNextFrame } from "./frame.ts";
import type { Signals } from "./signals.ts";

/** After this long the elements that a running script has not drawn yet fade. */
const STALE_AFTER_MS = 500;

/** After this long a change that waits for a script that does not end is worth a question. */
const BLOCKED_AFTER_MS = 2_000;

/** A script that has not heard of Stop by then will not hear of it. */
const STOP_AFTER_MS = 200;

const FIRST_RUN: RunRequest = { trigger: null, live: false };

/** What the view shows around the elements. */
export interface RunState {
  script: ScriptState;
  /** Why the newest version of the script does not run; what an older one drew stays. */
  compileError: ExceptionCard | null;
  sidebar: "auto" | "expanded" | "collapsed" | number;
  layout: "centered" | "wide";
  /** The app's own options, by dotted name. */
  options: Record<string, Json>;
  /** Whether anything has been drawn since Python was started, or started anew. */
  hasDrawn: boolean;
  /** Whether what is shown is the picture of the last visit, and nothing else so far. */
  showsLastVisit: boolean;
}

/** What the runs need of the unit they belong to. */
export interface RunsEnvironment {
  toPython(message: ToPython): void;
  tellPage(message: FromUnit): void;
  /**
   * End a script that nothing else reaches: its worker goes, and another takes its place. After
   * "stop" nothing runs until something is asked for.
   */
  replaceWorker(cause: "stop" | "stuck"): void;
  /** Whether the worker gives a sign of life. */
  hasWorker(): Promise<boolean>;
  /** The script draws more than a page can show: the app is to be ended. */
  refuseFlood(detail: string): void;
}

/** Far more than anybody looks at, and less than what makes a page stand still. */
const MOST = { elements: 50_000, events: 1_000 };

/** More than anybody mends at once. */
const MOST_PROBLEMS = 20;

/** What Python tells that has to do with runs. */
type OfRuns = Exclude<FromPython, { type: "state_saved" | "state_lost" }>;

type RunMessage = Extract<ToPython, { type: "run" }>;

/** What is known of a Python that is there. */
interface Python {
  signals: Signals;
  canSuspend: boolean;
}

export class Runs {
  readonly tree = new ElementTree();
  readonly values = new Values((request) => this.request(request));
  readonly state = new Store<RunState>({
    script: "initial",
    compileError: null,
    sidebar: "auto",
    layout: "centered",
    options: {},
    hasDrawn: false,
    showsLastVisit: false,
  });

  readonly #environment: RunsEnvironment;
  readonly #most: typeof MOST;
  readonly #frame = onNextFrame(() => this.#applyGathered());
  /** Null when Python is not there, and not on its way. */
  #python: Python | "starting" | null = null;
  /** The run to ask for once Python is there; null when nobody waits for one. */
  #early: RunRequest | null = null;
  /** Whether a Python that is being started has a run to begin with. */
  #hasTakenEarly = false;
  #lastRequest = 0;
  /** The newest request that a run has taken in, and the newest whose run is over and shown. */
  #served = 0;
  #shown = 0;
  /** The newest click that no run has taken in. */
  #unserved: RunRequest["trigger"] = null;
  /** Whether a value that is being dragged waits for the run before it to be shown. */
  #isHeldBack = false;
  #gathered: OfRuns[] = [];
  /** When ops were applied last, by `performance.now()`. */
  #applied = Number.NEGATIVE_INFINITY;
  /** The exceptions that the page has been told of. */
  #problems: ScriptProblem[] = [];
  /** Whether the page has been told that a change waits for too long. */
  #isBlocked = false;
  /** Whether the tree is that of a worker that is gone. */
  #isTreeOld = false;
  #staleTimer = 0;
  #blockedTimer = 0;
  #stopTimer = 0;

  constructor(environment: RunsEnvironment, most = MOST) {
    this.#environment = environment;
    this.#most = most;
  }

  /** Python is being started, to run the script with the values as they are. */
  expectStart(): void {
    const trigger = this.#unserved;
    this.#loseWorker("notRunning");
    this.#python = "starting";
    this.request({ ...FIRST_RUN, trigger });
  }

  /** Python is being started, but what is on the page stays until something is asked for. */
  expectReplacement(): void {
    this.#loseWorker("notRunning");
    this.#python = "starting";
  }

  /** The worker is gone; what it drew stays. */
  end(): void {
    this.#loseWorker("notRunning");
  }

  /** Show how the app looked at its last visit, until it has drawn something itself. */
  showPast({ roots, layout, sidebar, options }: Picture): void {
    if (this.#python !== "starting" || !this.tree.isEmpty) return;
    this.#isTreeOld = false;
    this.tree.showPast(roots);
    this.state.patch({ layout, sidebar, options, showsLastVisit: true });
    this.tree.notify();
  }

  /** What is shown now, for the next visit. */
  takePicture(): Omit<Picture, "of"> {
    const { layout, sidebar, options } = this.state.get();
    const roots = takePicture(this.tree, (widget) => this.values.get(widget, null));
    return { roots, layout, sidebar, options };
  }

  /**
   * The run that a Python begins with by itself, as soon as it is there: this thread may be busy
   * then, with the picture of the last visit. Null when nobody waits for one, or where a person may
   * act meanwhile, on what an earlier Python has drawn: then it begins with their values.
   */
  takeEarly(): RunMessage | null {
    const isUntouched = this.tree.isEmpty || this.state.get().showsLastVisit;
    if (!this.#early || !isUntouched) return null;
    this.#hasTakenEarly = true;
    this.values.seen = 0;
    return this.#newEarlyRun(this.#early);
  }

  /** Python is there. */
  begin(python: Python): void {
    this.#python = python;
    if (this.#hasTakenEarly) this.#expectRun(false);
    else this.values.seen = 0;
    this.#hasTakenEarly = false;
    // What was asked for since makes another run.
    if (this.#early) this.#send(this.#newEarlyRun(this.#early));
  }

  /** Run the script, with the values as they are now. */
  request({ trigger, live }: RunRequest, query: QueryPairs | null = null): void {
    const python = this.#python;
    if (python === null) return; // the values are kept, and Retry runs with them
    if (python === "starting") {
      // A click made while Python starts is answered by the first run that does not go with it.
      this.#early = { live: false, trigger: trigger ?? this.#early?.trigger ?? null };
      this.state.patch({ hasDrawn: false });
      this.#setScript("initial");
      return;
    }
    // What is shown is then two runs behind the hand at most: the one that is going on, and the one
    // that takes in whatever the value is by then. Sent at once, values would be run while the page
    // still draws older ones, and the hand would be followed later and later.
    this.#isHeldBack = live && this.#shown < this.#lastRequest;
    if (this.#isHeldBack) return;
    this.#send(this.#newRun({ trigger, live }, query));
  }

  #send(run: RunMessage): void {
    const python = this.#python;
    // Before the message, so that the message knows of it.
    if (!run.live && python !== null && python !== "starting") python.signals.raiseEvent();
    this.#environment.toPython(run);
    if (!run.live) this.#expectRun(this.#isRunning);
  }

  #newEarlyRun(early: RunRequest): RunMessage {
    this.#early = null;
    return this.#newRun(early, null);
  }

  #newRun({ trigger, live }: RunRequest, query: QueryPairs | null): RunMessage {
    this.#lastRequest += 1;
    if (trigger) this.#unserved = trigger;
    return {
      type: "run",
      id: this.#lastRequest,
      widgets: this.values.all(),
      seen: this.values.seen,
      trigger,
      live,
      page: null,
      fragment: null,
      query,
    };
  }

  #expectRun(wasRunning: boolean): void {
    this.#setScript(wasRunning ? "rerunRequested" : "running");
    this.#watchForBlock(this.#lastRequest, wasRunning);
  }

  /** End the running script; nothing follows. */
  stop(): void {
    const python = this.#python;
    if (!this.#isRunning || python === null || python === "starting") return;
    this.#setScript("stopRequested");
    this.#environment.toPython({ type: "stop" });
    this.#endScript(python, "stop");
  }

  /** End a script that does not notice a change, and run it with that. */
  unblock(): void {
    const python = this.#python;
    if (python === null || python === "starting" || this.#served === this.#lastRequest) return;
    this.#environment.tellPage({ type: "blocked", isBlocked: false });
    this.#endScript(python, "stuck");
  }

  /** Interrupt the script where that is possible; what does not hear of it loses its worker. */
  #endScript(python: Python, cause: "stop" | "stuck"): void {
    python.signals.interrupt();
    const canHear = python.canSuspend || python.signals.buffers !== null;
    clearTimeout(this.#stopTimer);
    this.#stopTimer = window.setTimeout(
      () => this.#environment.replaceWorker(cause),
      canHear ? STOP_AFTER_MS : 0,
    );
  }

  /**
   * Take in a message of Python. The first op after a while is shown at once, so that the next frame
   * has only to paint it, and so is a run that is over; what comes in a crowd waits for a frame.
   */
  receive(message: OfRuns): void {
    // At once: a run that ends Python before the next frame has had its click.
    if (message.type === "run_started") this.#serve(message.request);
    this.#gathered.push(message);
    const isCrowd = message.type === "ops" && performance.now() - this.#applied < FRAME_MS;
    if (isCrowd) this.#frame.request();
    else this.#applyGathered();
  }

  /** Whether a script is running, or about to. */
  get isBusy(): boolean {
    return this.#isRunning || this.state.get().script === "stopRequested";
  }

  get #isRunning(): boolean {
    const { script } = this.state.get();
    return script === "running" || script === "rerunRequested";
  }

  /** Apply what has arrived and was not applied yet. */
  #applyGathered(): void {
    const gathered = this.#gathered;
    if (gathered.length === 0) return;
    this.#gathered = [];
    for (const message of gathered) {
      this.#apply(message);
      const what = this.#findFlood();
      if (what !== null) return this.#refuseFlood(what);
    }
    this.tree.notify();
  }

  /** What there is more of than a page can show, in words; null: of nothing. */
  #findFlood(): string | null {
    const { elements, events } = this.#most;
    if (this.tree.size > elements) return `${elements.toLocaleString("en")} elements`;
    const { length } = this.tree.root(EVENT).children;
    return length > events ? `${events.toLocaleString("en")} toasts or balloons` : null;
  }

  /** What was drawn goes with it: to show it is what would take too long. */
  #refuseFlood(what: string): void {
    this.tree.clear();
    this.tree.notify();
    this.#environment.refuseFlood(`It has drawn more than ${what}.`);
  }

  #apply(message: OfRuns): void {
    switch (message.type) {
      case "run_started":
        return this.#onStarted(message.run);
      case "ops":
        return this.#onOps(message);
      case "run_ended":
        return this.#onEnded(message);
      case "page_settings": {
        const { type: _, ...settings } = message;
        this.state.patch({ layout: settings.layout, sidebar: settings.sidebar });
        return this.#environment.tellPage({ type: "page_settings", settings });
      }
      case "app_config":
        this.values.runsWhileDragging = message.options["tabstream.runWhileDragging"] !== false;
        // The same options are the same theme: with another object for it, charts are built anew.
        if (!isSame(message.options, this.state.get().options)) {
          this.state.patch({ options: message.options });
        }
        return this.#environment.tellPage(message);
      case "log":
      case "query":
      case "cache_report":
        return this.#environment.tellPage(message);
      default:
        message satisfies never;
    }
  }

  #serve(request: number): void {
    this.#served = request;
    if (request === this.#lastRequest) this.#unserved = null;
  }

  #onStarted(run: number): void {
    clearTimeout(this.#blockedTimer);
    clearTimeout(this.#stopTimer);
    this.#setBlocked(false);
    this.#setScript(this.#served < this.#lastRequest ? "rerunRequested" : "running");
    clearTimeout(this.#staleTimer);
    this.#staleTimer = window.setTimeout(() => {
      this.tree.markStale(run);
      this.tree.notify();
    }, STALE_AFTER_MS);
  }

  #onOps({ run, ops }: Extract<FromPython, { type: "ops" }>): void {
    this.#forgetOldTree();
    this.#applied = performance.now();
    this.tree.apply(run, ops);
    const { hasDrawn, compileError } = this.state.get();
    if (!hasDrawn) this.state.patch({ hasDrawn: true, showsLastVisit: false });
    // What draws does compile: the notice about an earlier source is not left beside it.
    if (compileError !== null && this.#isRunning) this.state.patch({ compileError: null });
    for (const op of ops) {
      if (op.op === "set_value") this.values.accept(op.widget, op.value);
      else if (op.op === "drop_values") this.values.drop(op.widgets);
    }
  }

  #onEnded({ how, error }: Extract<FromPython, { type: "run_ended" }>): void {
    this.#shown = this.#served;
    if (this.#isHeldBack) this.request({ trigger: null, live: true });
    if (how === "rerun" || how === "interrupted") return; // the next one begins at once
    clearTimeout(this.#staleTimer);
    clearTimeout(this.#stopTimer);
    this.#forgetOldTree();
    this.#forgetLastVisit();
    this.tree.clearStale();
    this.state.patch({ compileError: how === "compile_error" ? error : null, hasDrawn: true });
    this.#tellProblems();
    this.#setScript(how === "compile_error" ? "compilationError" : "notRunning");
  }

  #tellProblems(): void {
    const problems = this.#listProblems();
    if (isSame(problems, this.#problems)) return;
    this.#problems = problems;
    this.#environment.tellPage({ type: "problems", problems });
  }

  #listProblems(): ScriptProblem[] {
    const { compileError } = this.state.get();
    const shown = [...this.tree.ofKind("exception")].map(({ props }) => props);
    const cards = [...(compileError ? [compileError] : []), ...shown];
    return cards
      .filter(({ is_warning }) => !is_warning)
      .slice(0, MOST_PROBLEMS)
      .map(problemOf);
  }

  /** What a worker that is gone has drawn makes room for what the new one draws. */
  #forgetOldTree(): void {
    if (!this.#isTreeOld) return;
    this.#isTreeOld = false;
    this.tree.clear();
  }

  /** What the last visit left and no run has drawn is not part of the app any more. */
  #forgetLastVisit(): void {
    this.tree.forgetPast();
    if (this.state.get().showsLastVisit) this.state.patch({ showsLastVisit: false });
  }

  #loseWorker(script: ScriptState): void {
    for (const timer of [this.#staleTimer, this.#blockedTimer, this.#stopTimer]) {
      clearTimeout(timer);
    }
    this.#setBlocked(false);
    this.#python = null;
    this.#early = null;
    this.#hasTakenEarly = false;
    this.#unserved = null;
    this.#shown = this.#lastRequest;
    this.#isHeldBack = false;
    this.#gathered = [];
    this.#isTreeOld = true;
    this.#forgetLastVisit();
    this.tree.clearStale();
    this.tree.notify();
    this.#setScript(script);
  }

  /**
   * Ask the person when a change has been waiting for long. Where no script runs, Python may still
   * be at something, such as installing what a saved file needs; or it is gone, and nobody told.
   */
  #watchForBlock(request: number, wasRunning: boolean): void {
    const python = this.#python;
    clearTimeout(this.#blockedTimer);
    this.#blockedTimer = window.setTimeout(async () => {
      const isAtWork = !wasRunning && (await this.#environment.hasWorker());
      if (this.#served >= request || python !== this.#python) return;
      if (isAtWork) this.#watchForBlock(this.#lastRequest, wasRunning);
      else this.#setBlocked(true);
    }, BLOCKED_AFTER_MS);
  }

  #setBlocked(isBlocked: boolean): void {
    if (isBlocked === this.#isBlocked) return;
    this.#isBlocked = isBlocked;
    this.#environment.tellPage({ type: "blocked", isBlocked });
  }

  #setScript(script: ScriptState): void {
    if (this.state.get().script === script) return;
    this.state.patch({ script });
    this.#environment.tellPage({ type: "state", state: script });
  }
}

function problemOf({ type, text, location }: ExceptionCard): ScriptProblem {
  if (!location) return { kind: type, text, place: null };
  const { source: _, ...place } = location;
  return { kind: type, text, place };
}
