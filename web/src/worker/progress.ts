/** Adds up what has arrived, against sizes known beforehand; the sum never goes backwards. */
import type { BootStage, Progress } from "../protocol/worker.ts";

/** More news than this is not seen, and each piece of it costs the view a message. */
const EVERY_MS = 30;

export class BootProgress {
  readonly #report: (progress: Progress) => void;
  readonly #sizes = new Map<string, number>();
  /** All that has come of each asset, announced or not. */
  readonly #arrived = new Map<string, number>();
  #total = 0;
  #stage: BootStage = "python";
  #loaded = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(report: (progress: Progress) => void) {
    this.#report = report;
  }

  /** Expect these assets from here on, besides what was announced before and has arrived. */
  expect(sizes: Record<string, number>): void {
    for (const path of this.#sizes.keys()) this.#sizes.set(path, this.#counted(path));
    for (const [path, size] of Object.entries(sizes)) this.#sizes.set(path, size);
    this.#total = sum(this.#sizes.values());
    this.#loaded = sum([...this.#sizes.keys()].map((path) => this.#counted(path)));
    this.#tell();
  }

  /**
   * Note bytes of an asset. What was not announced does not count, nor more than was; but it is
   * news all the same, and shows that the start goes on.
   */
  add(path: string, count: number): void {
    const before = this.#counted(path);
    this.#arrived.set(path, (this.#arrived.get(path) ?? 0) + count);
    this.#loaded += this.#counted(path) - before;
    if (this.#loaded === this.#total || performance.now() - this.#toldAt > EVERY_MS) this.#tell();
  }

  /** Note that a stage began. */
  enter(stage: BootStage): void {
    this.#stage = stage;
    this.#tell();
  }

  /** How much of an asset counts: no more than was announced. */
  #counted(path: string): number {
    return Math.min(this.#sizes.get(path) ?? 0, this.#arrived.get(path) ?? 0);
  }

  #tell(): void {
    if (this.#sizes.size === 0) return; // nobody knows yet what is to come
    this.#toldAt = performance.now();
    this.#report({ stage: this.#stage, loaded: this.#loaded, total: this.#total });
  }
}

function sum(sizes: Iterable<number>): number {
  return [...sizes].reduce((total, size) => total + size, 0);
}
