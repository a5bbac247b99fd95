import { areEqualBytes } from "./bytes.ts";
import { asLoss, failures } from "./errors.ts";
import type { Listing } from "./listing.ts";
import type { ProjectChange, SourceEnv, Stop } from "./project.ts";
import { MAX_FILE_BYTES } from "./project-paths.ts";
import type { Wake } from "./wake.ts";

/**
 * Tells when a person saved a file, wherever the files are.
 *
 * Something wakes it: the browser's observer, a second that passed, a server's event, the person's
 * return. Then it takes one look at all files and compares it with what the app has. A look may
 * fall into the middle of a save, for many editors empty a file before they write it, or write
 * another one and rename it. So what looks empty or gone is believed only at a second look.
 */
export interface Followed {
  entry: string;
  /** What the app has, and the stamps under which it was read. */
  files: ReadonlyMap<string, Uint8Array>;
  stamps: ReadonlyMap<string, string>;
  list: () => Promise<Listing>;
  wake: Wake;
  patience: number;
}

const SECOND_LOOK_MS = 250;

/** Within this time of a change a file may change again under the same stamp; it is read anew. */
const STAMP_GRAIN_MS = 2_500;

export function followFiles(
  followed: Followed,
  env: SourceEnv,
  onChange: (change: ProjectChange) => void,
): Stop {
  const follower = new Follower(followed, env, onChange);
  const sleep = followed.wake(() => follower.look());
  return () => {
    sleep();
    follower.stop();
  };
}

class Follower {
  readonly #entry: string;
  readonly #list: () => Promise<Listing>;
  readonly #patience: number;
  readonly #env: SourceEnv;
  readonly #onChange: (change: ProjectChange) => void;
  readonly #seen: Seen;
  #failedLooks = 0;
  #isLost = false;
  #isStopped = false;
  /** The look under way; one that is asked for meanwhile follows it. */
  #looking: Promise<void> | undefined;
  #isLookWanted = false;
  #cancelSecondLook: Stop = () => {};

  constructor(followed: Followed, env: SourceEnv, onChange: (change: ProjectChange) => void) {
    const { entry, files, stamps, list, patience } = followed;
    this.#entry = entry;
    this.#list = list;
    this.#patience = patience;
    this.#env = env;
    this.#onChange = onChange;
    this.#seen = { files: new Map(files), stamps: new Map(stamps), doubtful: new Set() };
  }

  look(): Promise<void> {
    this.#isLookWanted = true;
    this.#looking ??= this.#lookWhileWanted().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelSecondLook();
  }

  async #lookWhileWanted(): Promise<void> {
    while (this.#isLookWanted && !this.#isStopped) {
      this.#isLookWanted = false;
      const change = await this.#tryFindChange();
      if (change && !this.#isStopped) this.#onChange(change);
    }
  }

  async #tryFindChange(): Promise<ProjectChange | undefined> {
    try {
      const listing = await this.#list();
      if (!listing.has(this.#entry)) throw failures.gone(this.#entry);
      // State changes only after all has been read, so that a failed look loses no change.
      return this.#take(await compare(listing, this.#seen, this.#env.now()));
    } catch (error) {
      return this.#failLook(error);
    }
  }

  #take({ changed, removed, stamps, doubtful }: Difference): ProjectChange | undefined {
    const { files } = this.#seen;
    for (const [path, bytes] of changed) files.set(path, bytes);
    for (const path of removed) files.delete(path);
    this.#seen.stamps = stamps;
    this.#seen.doubtful = doubtful;
    if (doubtful.size > 0) this.#lookAgainSoon();
    const isNews = this.#isLost || changed.size > 0 || removed.length > 0;
    this.#failedLooks = 0;
    this.#isLost = false;
    return isNews ? { type: "saved", files: changed, removed } : undefined;
  }

  #failLook(error: unknown): ProjectChange | undefined {
    this.#failedLooks += 1;
    if (this.#failedLooks <= this.#patience) this.#lookAgainSoon();
    if (this.#failedLooks <= this.#patience || this.#isLost) return undefined;
    this.#isLost = true;
    return { type: "lost", error: asLoss(error, this.#entry) };
  }

  #lookAgainSoon(): void {
    if (this.#isStopped) return;
    this.#cancelSecondLook();
    this.#cancelSecondLook = this.#env.after(SECOND_LOOK_MS, () => void this.look());
  }
}

interface Seen {
  readonly files: Map<string, Uint8Array>;
  stamps: ReadonlyMap<string, string>;
  /** Paths that newly looked empty or gone at the last look. */
  doubtful: ReadonlySet<string>;
}

interface Difference {
  changed: ReadonlyMap<string, Uint8Array>;
  removed: readonly string[];
  stamps: ReadonlyMap<string, string>;
  doubtful: ReadonlySet<string>;
}

async function compare(listing: Listing, seen: Seen, now_ms: number): Promise<Difference> {
  const changed = new Map<string, Uint8Array>();
  const stamps = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const [path, { stamp, modified_ms, size_bytes, read }] of listing) {
    if (size_bytes > MAX_FILE_BYTES) continue; // It was left out from the start.
    const isSettled = now_ms - modified_ms > STAMP_GRAIN_MS;
    const known = seen.files.get(path);
    const bytes = seen.stamps.get(path) === stamp && isSettled ? known : await read();
    if (bytes?.length === 0 && known?.length !== 0 && !seen.doubtful.has(path)) {
      doubtful.add(path);
    } else {
      stamps.set(path, stamp);
      if (bytes && !(known && areEqualBytes(known, bytes))) changed.set(path, bytes);
    }
  }
  const gone = [...seen.files.keys()].filter((path) => !listing.has(path));
  const removed = gone.filter((path) => seen.doubtful.has(path));
  for (const path of gone) if (!seen.doubtful.has(path)) doubtful.add(path);
  return { changed, removed, stamps, doubtful };
}
