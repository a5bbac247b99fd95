/**
 * What is told of a Python that was lost and starts anew, and whether it may do so by itself.
 *
 * It does, once: when the new one is lost, too, before a run has come to its end, the script itself
 * is the reason, and starting it again and again would help nobody. Then the person is asked.
 */
import type { FromUnit, HealingCause } from "../protocol/port.ts";

export class Healing {
  readonly #tellPage: (message: FromUnit) => void;
  /** Why Python was started anew last; null when it was not. */
  #cause: HealingCause | null = null;
  #isDone = false;
  /** The names of values of the session state that are lost by it. */
  #lost = new Set<string>();
  #isUntried = false;

  constructor(tellPage: (message: FromUnit) => void) {
    this.#tellPage = tellPage;
  }

  /** Python starts anew. */
  begin(cause: HealingCause, lost: readonly string[]): void {
    this.#cause = cause;
    this.#isDone = false;
    this.#lost = new Set(lost);
    // What a person asks for is tried as often as they ask.
    this.#isUntried = cause !== "stop" && cause !== "stuck";
    this.#tell();
  }

  /** Python is there again. */
  done(): void {
    if (this.#cause === null || this.#isDone) return;
    this.#isDone = true;
    this.#tell();
  }

  /** A value that was kept could not be read again. */
  lose(name: string): void {
    this.#lost.add(name);
    this.#tell();
  }

  /** A run has come to its end: whatever happens next, a new start has been worth it. */
  prove(): void {
    this.#isUntried = false;
  }

  /** Python starts for another reason, or does not start any more: there is no more to tell. */
  end(): void {
    if (this.#cause === null) return;
    this.#cause = null;
    this.#tell();
  }

  /** Whether Python was started anew and no run has come to its end since. */
  get isUntried(): boolean {
    return this.#isUntried;
  }

  /** A person starts Python once more, after it could not go on by itself. */
  retry(): void {
    this.end();
    this.#isUntried = true;
  }

  #tell(): void {
    const cause = this.#cause;
    const healing = cause && { cause, isDone: this.#isDone, lost: [...this.#lost] };
    this.#tellPage({ type: "healing", healing });
  }
}
