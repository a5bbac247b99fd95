/** Adds up what has arrived, against sizes known beforehand; the sum never goes backwards. */
import type { BootStage, Progress } from "../protocol/worker.ts";

export class BootProgress {
  readonly #sizes: ReadonlyMap<string, number>;
  readonly #arrived = new Map<string, number>();
  readonly #report: (progress: Progress) => void;
  readonly #total: number;
  #stage: BootStage = "python";
  #last = 0;

  constructor(sizes: Record<string, number>, report: (progress: Progress) => void) {
    this.#sizes = new Map(Object.entries(sizes));
    this.#total = [...this.#sizes.values()].reduce((sum, size) => sum + size, 0);
    this.#report = report;
  }

  /** Note bytes of an asset. What was not announced does not count, nor more than was. */
  add(path: string, count: number): void {
    const size = this.#sizes.get(path);
    if (size === undefined) return;
    this.#arrived.set(path, Math.min(size, (this.#arrived.get(path) ?? 0) + count));
    this.#tell();
  }

  /** Note that a stage began. */
  enter(stage: BootStage): void {
    this.#stage = stage;
    this.#tell();
  }

  #tell(): void {
    let loaded = 0;
    for (const count of this.#arrived.values()) loaded += count;
    this.#last = Math.max(this.#last, loaded);
    this.#report({ stage: this.#stage, loaded: this.#last, total: this.#total });
  }
}
