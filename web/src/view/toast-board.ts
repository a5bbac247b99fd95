/** The toasts of an app: each is shown once, however often its element is rendered. */
import { createToasts, type ToastMessage, type Toasts } from "../kit/index.ts";

export class ToastBoard {
  readonly queue: Toasts = createToasts();
  readonly #shown = new Map<number, { key: string; message: string }>();

  /**
   * Show the toast of an element.
   *
   * @param node the element's number; the same one with other words takes the old toast's place
   * @param words what tells its versions apart
   * @param seconds how long it stays; 0 until a person closes it
   */
  show(node: number, words: string, message: ToastMessage, seconds: number): void {
    const shown = this.#shown.get(node);
    if (shown?.message === words) return;
    if (shown) this.queue.close(shown.key);
    const options = seconds > 0 ? { timeout: seconds * 1000 } : {};
    this.#shown.set(node, { key: this.queue.add(message, options), message: words });
  }
}
