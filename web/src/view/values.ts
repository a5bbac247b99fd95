/**
 * Every widget's value, and what a change of it leads to: a run now, a run with the form's submit
 * button, or nothing until the next run.
 *
 * The values live here and nowhere else on the page; the worker is sent all of them with each run,
 * so a worker that had to be replaced goes on where the last one ended.
 *
 *     a change ──┬── outside of a form ──────────▶ values ──▶ run (unless reruns is false)
 *                └── in a form ──▶ waiting ─ submit ─▶ values ──▶ run with the button's click
 */
import type { Json, WidgetValues } from "../protocol/messages.ts";

/** What a change asks for; `live` while a thumb is still being dragged. */
export interface RunRequest {
  trigger: { widget: string; value: Json } | null;
  live: boolean;
}

/** What a widget's value has to obey. */
export interface WidgetRules {
  form: string | null;
  reruns: boolean;
}

export class Values {
  /** How many times this worker changed values; it knows by it which changes an event crossed with. */
  seen = 0;
  /** Whether each move of a thumb is run, or only where it is let go. */
  runsWhileDragging = true;
  /** Whether a person has changed a value, or clicked. */
  isTouched = false;
  /** What the next run is sent. A widget that is not in here has its default. */
  readonly #values = new Map<string, Json>();
  /** Changes that wait for their form's submit button, by form and widget; undefined: back to the default. */
  readonly #waiting = new Map<string, Map<string, Json | undefined>>();
  readonly #watchers = new Map<string, Set<() => void>>();
  /** What is half-typed and would like to be taken in before a click. */
  readonly #drafts = new Set<() => unknown>();
  /** Whether a form's field may be submitted as it is, by form. */
  readonly #checks = new Map<string, Set<() => boolean>>();
  readonly #requestRun: (request: RunRequest) => void;

  constructor(requestRun: (request: RunRequest) => void) {
    this.#requestRun = requestRun;
  }

  /** A widget's value as it is shown; undefined for one that has its default. */
  get(widget: string, form: string | null): Json | undefined {
    const waiting = form === null ? undefined : this.#waiting.get(form);
    return waiting?.has(widget) ? waiting.get(widget) : this.#values.get(widget);
  }

  /** Call `onChange` whenever the widget's value changed; answers how to stop that. */
  watch(widget: string, onChange: () => void): () => void {
    return join(this.#watchers, widget, onChange);
  }

  /** A person changed a value. */
  change(widget: string, value: Json, rules: WidgetRules, live = false): void {
    this.isTouched = true;
    if (rules.form === null) this.#values.set(widget, value);
    else this.#waitingOf(rules.form).set(widget, value);
    this.#tell(widget);
    if (rules.form !== null || !rules.reruns || (live && !this.runsWhileDragging)) return;
    this.#requestRun({ trigger: null, live });
  }

  /** A person clicked: the value holds for one run. */
  trigger(widget: string, value: Json = true): void {
    this.isTouched = true;
    for (const takeIn of [...this.#drafts]) takeIn();
    this.#requestRun({ trigger: { widget, value }, live: false });
  }

  /** Call `takeIn` before a click is sent, so that what was typed before it counts in its run. */
  beforeClicks(takeIn: () => unknown): () => void {
    this.#drafts.add(takeIn);
    return () => this.#drafts.delete(takeIn);
  }

  // ---- forms ------------------------------------------------------------------------------------

  /**
   * Ask `check` before the form is submitted. It answers whether its field may be, and shows the
   * person why not.
   */
  beforeSubmit(form: string, check: () => boolean): () => void {
    return join(this.#checks, form, check);
  }

  /**
   * Submit a form: its changes count from here on. Nothing happens when a field objects.
   *
   * The widgets in `cleared` go back to their defaults on the page. The script keeps the submitted
   * values until the next submit: for a form that has been cleared, too, the default is a change
   * that waits.
   */
  submit(form: string, button: string, cleared: readonly string[] = []): void {
    // All are asked, so that every field that objects says so.
    const objections = [...(this.#checks.get(form) ?? [])].filter((check) => !check());
    if (objections.length > 0) return;
    for (const [widget, value] of this.#waiting.get(form) ?? []) {
      if (value === undefined) this.#values.delete(widget);
      else this.#values.set(widget, value);
    }
    this.#waiting.delete(form);
    this.trigger(button);
    for (const widget of cleared) {
      this.#waitingOf(form).set(widget, undefined);
      this.#tell(widget);
    }
  }

  // ---- the worker -------------------------------------------------------------------------------

  /** The script set a value. */
  accept(widget: string, value: Json): void {
    this.seen += 1;
    this.#values.set(widget, value);
    this.#forgetWaiting(widget);
    this.#tell(widget);
  }

  /** The worker says that these widgets are gone. */
  drop(widgets: readonly string[]): void {
    this.seen += 1;
    for (const widget of widgets) {
      this.#values.delete(widget);
      this.#forgetWaiting(widget);
      this.#tell(widget);
    }
  }

  /** All values, as a run is sent them. */
  all(): WidgetValues {
    return Object.fromEntries(this.#values);
  }

  #waitingOf(form: string): Map<string, Json | undefined> {
    const waiting = this.#waiting.get(form) ?? new Map<string, Json | undefined>();
    this.#waiting.set(form, waiting);
    return waiting;
  }

  #forgetWaiting(widget: string): void {
    for (const [form, waiting] of this.#waiting) {
      waiting.delete(widget);
      if (waiting.size === 0) this.#waiting.delete(form);
    }
  }

  #tell(widget: string): void {
    for (const watcher of this.#watchers.get(widget) ?? []) watcher();
  }
}

/** Add `item` to the set under `key`; answers how to take it out. */
function join<T>(sets: Map<string, Set<T>>, key: string, item: T): () => void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(item));
  return () => {
    set.delete(item);
    if (set.size === 0 && sets.get(key) === set) sets.delete(key);
  };
}
