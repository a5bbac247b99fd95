/**
 * The lazily loaded parts of the view that an app uses: noted for its next visit, which fetches
 * them while Python starts.
 */
import { whenIdle } from "../kit/index.ts";
import { type Assets, type ChunkName, loadChunk } from "../view/view.ts";

export class UsedChunks {
  /** What the view loads from. */
  readonly assets: Assets;
  readonly #used = new Set<ChunkName>();
  readonly #tell: (names: string[]) => void;
  #isToldSoon = false;

  /** `tell` hears of all that were used so far, whenever there is another one. */
  constructor(assets: Assets, tell: (names: string[]) => void) {
    this.assets = { ...assets, onUse: (name) => this.#note(name) };
    this.#tell = tell;
  }

  /** Fetch what the last visit used. */
  fetchAhead(names: readonly string[]): void {
    // Another release may have named its parts otherwise; what fails is fetched when it is needed.
    for (const name of names) loadChunk(this.assets, name as ChunkName).catch(() => {});
  }

  #note(name: ChunkName): void {
    if (this.#used.has(name)) return;
    this.#used.add(name);
    if (this.#isToldSoon) return;
    this.#isToldSoon = true;
    whenIdle(() => {
      this.#isToldSoon = false;
      this.#tell([...this.#used]);
    });
  }
}
