/**
 * Every widget's value, and what a change of it leads to: a run now, a run with the form's submit
 * button, or nothing until the next run.
 *
 * The values live here and nowhere else on the page; the worker is sent all of them with each run,
 * so a worker that had to be replaced goes on where the last one ended.
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
  readonly #values = new Map<string, Json>();
  /** Changes that wait for their form's submit button, by form and widget. */
  readonly #waiting = new Map<string, Map<string, Json>>();
  readonly #watchers = new Map<string, Set<() => void>>();
  readonly #requestRun: (request: RunRequest) => void;

  constructor(requestRun: (request: RunRequest) => void) {
    this.#requestRun = requestRun;
  }

  /** A widget's value as it is shown; undefined for one that was never changed. */
  get(widget: string, form: string | null): Json | undefined {
    return (form && this.#waiting.get(form)?.get(widget)) ?? this.#values.get(widget);
  }

  /** Call `onChange` whenever the widget's value changed; answers how to stop that. */
  watch(widget: string, onChange: () => void): () => void {
    const watchers = this.#watchers.get(widget) ?? new Set();
    this.#watchers.set(widget, watchers.add(onChange));
    return () => watchers.delete(onChange);
  }

  /** A person changed a value. */
  change(widget: string, value: Json, rules: WidgetRules, live = false): void {
    if (rules.form !== null) {
      const waiting = this.#waiting.get(rules.form) ?? new Map<string, Json>();
      this.#waiting.set(rules.form, waiting.set(widget, value));
    } else {
      this.#values.set(widget, value);
    }
    this.#tell(widget);
    if (rules.form === null && rules.reruns) this.#requestRun({ trigger: null, live });
  }

  /** A person clicked: the value holds for one run. */
  trigger(widget: string, value: Json = true): void {
    this.#requestRun({ trigger: { widget, value }, live: false });
  }

  /** A form was submitted: its changes count from here on. */
  submit(form: string, button: string, clears: readonly string[] | null): void {
    for (const [widget, value] of this.#waiting.get(form) ?? []) this.#values.set(widget, value);
    this.#waiting.delete(form);
    this.trigger(button);
    // The run has been given the values; what the person sees goes back to the defaults.
    for (const widget of clears ?? []) {
      this.#values.delete(widget);
      this.#tell(widget);
    }
  }

  /** The script set a value. */
  accept(widget: string, value: Json): void {
    this.#values.set(widget, value);
    for (const waiting of this.#waiting.values()) waiting.delete(widget);
    this.#tell(widget);
  }

  /** The worker says that these widgets are gone. */
  drop(widgets: readonly string[]): void {
    for (const widget of widgets) {
      this.#values.delete(widget);
      for (const waiting of this.#waiting.values()) waiting.delete(widget);
    }
  }

  /** All values, as a run is sent them. */
  all(): WidgetValues {
    return Object.fromEntries(this.#values);
  }

  #tell(widget: string): void {
    for (const watcher of this.#watchers.get(widget) ?? []) watcher();
  }
}
