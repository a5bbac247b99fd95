/** Adds up what has arrived, against sizes known beforehand; the sum never goes backwards. */
import type { BootStage, Progress } from "../protocol/worker.ts";

/** More news than this is not seen, and each piece of it costs the view a message. */
const EVERY_MS = 30;

export class BootProgress {
  readonly #sizes: Map<string, number>;
  readonly #arrived = new Map<string, number>();
  readonly #report: (progress: Progress) => void;
  #total = 0;
  #stage: BootStage = "python";
  #loaded = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(sizes: Record<string, number>, report: (progress: Progress) => void) {
    this.#sizes = new Map(Object.entries(sizes));
    this.#total = sum(this.#sizes.values());
    this.#report = report;
  }

  /** Expect these assets instead, besides what has arrived, which still counts. */
  expect(sizes: Record<string, number>): void {
    for (const path of this.#sizes.keys()) this.#sizes.set(path, this.#arrived.get(path) ?? 0);
    for (const [path, size] of Object.entries(sizes)) this.#sizes.set(path, size);
    this.#total = sum(this.#sizes.values());
    this.#tell();
  }

  /**
   * Note bytes of an asset. What was not announced does not count, nor more than was; but it is
   * news all the same, and shows that the start goes on.
   */
  add(path: string, count: number): void {
    const before = this.#arrived.get(path) ?? 0;
    const after = Math.min(this.#sizes.get(path) ?? 0, before + count);
    this.#arrived.set(path, after);
    this.#loaded += after - before;
    if (this.#loaded === this.#total || performance.now() - this.#toldAt > EVERY_MS) this.#tell();
  }

  /** Note that a stage began. */
  enter(stage: BootStage): void {
    this.#stage = stage;
    this.#tell();
  }

  #tell(): void {
    this.#toldAt = performance.now();
    this.#report({ stage: this.#stage, loaded: this.#loaded, total: this.#total });
  }
}

function sum(sizes: Iterable<number>): number {
  return [...sizes].reduce((total, size) => total + size, 0);
}
