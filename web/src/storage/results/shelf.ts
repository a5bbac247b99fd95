/**
 * The results of one app, for one start of its Python: answers what comes by the port, one message
 * after the other, and hears from other tabs of the app. Whatever fails, the app goes on and
 * computes anew; it is told once why.
 */
import {
  type FromResults,
  isToResults,
  type LostResult,
  type ToResults,
} from "../../protocol/results.ts";
import type { ResultsDatabase, StoredResult } from "./database.ts";
import { type Bounds, Room } from "./room.ts";

/** What the shelves of all tabs say to each other. */
export type ShelfNews =
  | { type: "put"; app: string; key: string; size: number; made: number }
  | { type: "drop"; app: string; prefix: string }
  /** Results of the app made room for others, of whatever app. */
  | { type: "lost"; app: string; results: LostResult[] }
  /** The person wants the app's results kept, or not. */
  | { type: "keep"; app: string; isKept: boolean };

export interface ShelfEnvironment {
  database: ResultsDatabase;
  bounds: Bounds;
  /** Of the results that were used last, so many bytes are handed over at a start. */
  recentBytes: number;
  estimate: () => Promise<StorageEstimate>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A channel to all other shelves, in this tab and in others. */
  openChannel: () => BroadcastChannel;
}

/** What is older is dropped; how long it holds before is for Python to say. */
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1_000;

/** Why results are not kept. */
const PROBLEMS = {
  full: "This browser has no room left for cached results: after a reload they are computed anew.",
  large:
    "A cached result is larger than all that may be kept in this browser: after a reload it is computed anew.",
  refused:
    "This browser does not let the page keep cached results: after a reload they are computed anew.",
};

type Problem = keyof typeof PROBLEMS;

export class Shelf {
  readonly #app: string;
  readonly #port: MessagePort;
  readonly #environment: ShelfEnvironment;
  readonly #room: Room;
  readonly #channel: BroadcastChannel;
  readonly #told = new Set<Problem>();
  #isKept = true;
  /** The end of what is being done. */
  #doing: Promise<void> = Promise.resolve();
  /** Uses that are not noted in the database yet; those that come together are noted together. */
  #uses = new Map<string, number>();
  #lastUse = 0;

  constructor(app: string, port: MessagePort, environment: ShelfEnvironment) {
    const { database, bounds, estimate, openChannel } = environment;
    this.#app = app;
    this.#port = port;
    this.#environment = environment;
    this.#room = new Room(database, bounds, estimate);
    this.#channel = openChannel();
    this.#channel.onmessage = (event: MessageEvent<ShelfNews>) => this.#hear(event.data);
    port.onmessage = (event: MessageEvent<unknown>) => this.#receive(event.data);
    // Where a browser has no such event, a shelf that nobody uses any more costs next to nothing.
    port.addEventListener("close", () => this.#do(() => this.#channel.close()));
  }

  #receive(message: unknown): void {
    if (!isToResults(message)) {
      return console.warn("tabstream: a message about cached results was refused.", message);
    }
    this.#do(() => this.#answer(message));
  }

  /** Do something once all that came before is done, come what may. */
  #do(task: () => Promise<void> | void): void {
    this.#doing = this.#doing.then(task).catch((error: unknown) => {
      console.warn("tabstream: cached results:", error);
    });
  }

  #answer(message: ToResults): Promise<void> | void {
    switch (message.type) {
      case "recall":
        return this.#recall();
      case "put":
        return this.#put(message);
      case "used":
        return this.#noteUse(message.key);
      case "drop":
        return this.#drop(message.prefix);
      case "fetch":
        return this.#fetch(message);
      default:
        message satisfies never;
    }
  }

  async #recall(): Promise<void> {
    const { database, now, recentBytes } = this.#environment;
    const oldest = now() - MAX_AGE_MS;
    let results: StoredResult[] = [];
    try {
      results = await database.list(this.#app);
      const known = results.filter(({ made }) => made >= oldest);
      const recent = await this.#read(mostRecent(known, recentBytes));
      const transfer = recent.map(({ content }) => content);
      this.#post({ type: "recalled", known: known.map(asKnown), recent }, transfer);
    } catch (error) {
      this.#post({ type: "recalled", known: [], recent: [] });
      throw error;
    }
    await database.delete(results.filter(({ made }) => made < oldest));
  }

  async #read(keys: readonly string[]): Promise<{ key: string; content: ArrayBuffer }[]> {
    const contents = await this.#environment.database.read(this.#app, keys);
    return keys.flatMap((key, index) => {
      const content = contents[index];
      return content ? [{ key, content }] : []; // dropped by another tab just now
    });
  }

  async #put({ key, made, content }: Extract<ToResults, { type: "put" }>): Promise<void> {
    if (!this.#isKept) return;
    const size = content.byteLength;
    const problem = (await this.#room.fits(size))
      ? await this.#store({ app: this.#app, key, size, made, used: this.#nextUse() }, content)
      : "large";
    if (problem) {
      this.#post({ type: "lost", results: [{ key, made }] });
      return this.#tellProblem(problem);
    }
    this.#tell({ type: "put", app: this.#app, key, size, made });
    this.#room.noteBytes(size);
    this.#tellLost(await this.#room.trim(this.#app));
  }

  /** Store a result, with a second attempt after making room; answers why it is not stored. */
  async #store(about: StoredResult, content: ArrayBuffer): Promise<Problem | null> {
    const { database } = this.#environment;
    try {
      await database.put(about, content).catch(async (error: unknown) => {
        if (!isFull(error)) throw error;
        this.#tellLost(await this.#room.free(about.size * 1.1));
        await database.put(about, content);
      });
      return null;
    } catch (error) {
      console.warn("tabstream: cached results:", error);
      return isFull(error) ? "full" : "refused";
    }
  }

  /** Say once why results are not kept. */
  #tellProblem(problem: Problem): void {
    if (this.#told.has(problem)) return;
    this.#told.add(problem);
    this.#post({ type: "problem", text: PROBLEMS[problem] });
  }

  /** Tell whoever knows of them, here and in other tabs, of results that made room. */
  #tellLost(results: readonly StoredResult[]): void {
    for (const app of new Set(results.map((result) => result.app))) {
      const ofApp = results.filter((result) => result.app === app);
      const lost = ofApp.map(({ key, made }) => ({ key, made }));
      this.#tell({ type: "lost", app, results: lost });
      if (app === this.#app) this.#post({ type: "lost", results: lost });
    }
  }

  async #drop(prefix: string): Promise<void> {
    await this.#environment.database.deleteAll(this.#app, prefix);
    this.#tell({ type: "drop", app: this.#app, prefix });
  }

  async #fetch({ id, key }: Extract<ToResults, { type: "fetch" }>): Promise<void> {
    try {
      const [found] = await this.#read([key]);
      if (found) this.#post({ type: "fetched", id, content: found.content }, [found.content]);
      else this.#post({ type: "fetched", id, content: null });
    } catch (error) {
      this.#post({ type: "fetched", id, content: null });
      throw error;
    }
    this.#noteUse(key);
  }

  #noteUse(key: string): void {
    // Whoever finds the map empty brings it to the database, after all that already waits.
    if (this.#uses.size === 0) this.#do(() => this.#writeUses());
    this.#uses.set(key, this.#nextUse());
  }

  async #writeUses(): Promise<void> {
    const uses = this.#uses;
    this.#uses = new Map();
    await this.#environment.database.noteUses(this.#app, uses);
  }

  /** Now, but never the same twice: it says which use was later. */
  #nextUse(): number {
    this.#lastUse = Math.max(this.#environment.now(), this.#lastUse + 1);
    return this.#lastUse;
  }

  // ---- the other tabs -------------------------------------------------------------------------

  #hear(news: ShelfNews): void {
    // Other apps take room, too.
    if (news.type === "put") this.#room.noteBytes(news.size);
    if (news.app !== this.#app) return;
    switch (news.type) {
      case "put": {
        const { key, size, made } = news;
        return this.#post({ type: "known", key, size, made });
      }
      case "drop":
        return this.#post({ type: "gone", prefix: news.prefix });
      case "lost":
        return this.#post({ type: "lost", results: news.results });
      case "keep":
        this.#isKept = news.isKept;
        this.#post({ type: "switched", isKept: news.isKept });
        if (news.isKept) return;
        this.#post({ type: "gone", prefix: "" });
        // What was being put when the word came goes, too.
        return this.#do(() => this.#environment.database.deleteAll(this.#app, ""));
      default:
        news satisfies never;
    }
  }

  #tell(news: ShelfNews): void {
    this.#channel.postMessage(news);
  }

  #post(message: FromResults, transfer: ArrayBuffer[] = []): void {
    this.#port.postMessage(message, transfer);
  }
}

/** The keys of the last of `results` that have room in so many bytes. */
function mostRecent(results: readonly StoredResult[], bytes: number): string[] {
  let left = bytes;
  const recent = results.toReversed().filter(({ size }) => {
    if (size > left) return false;
    left -= size;
    return true;
  });
  return recent.map(({ key }) => key);
}

function asKnown({ key, size, made }: StoredResult) {
  return { key, size, made };
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
