/**
 * The address bar and the browser's history: what is open, and Back and Forward between it.
 *
 * An address says which link, gist or code is open. A file from the person's disk has no address,
 * so every entry of the history carries a mark that can name one; after a reload the mark leads
 * nowhere, and the landing page offers to open the file again. An entry without a mark was made by
 * a link inside the app (`#heading`): the app stays.
 */

import type { QueryPairs } from "../protocol/messages.ts";
import {
  type PageAddress,
  parseAddress,
  RESERVED_PARAMETERS,
  type SourceSpec,
  writeAddress,
} from "../sources/sources.ts";
import { hasAddress } from "./has-address.ts";

type AddressWindow = Pick<Window, "location" | "history" | "addEventListener">;

/** What an entry of the history knows besides its address. */
interface Mark {
  /** The name under which this page remembers what was picked; null for what has an address. */
  picked: string | null;
}

const NOTHING_PICKED: Mark = { picked: null };

const reserved = new Set<string>(RESERVED_PARAMETERS);

export class AddressBar {
  /** Called when something else is to be shown; null is the landing page. */
  onSource: (source: SourceSpec | null) => void = () => {};
  /** Called when the editor is to be shown or hidden beside what is open. */
  onEditing: (isEditing: boolean) => void = () => {};
  /** Called when Back or Forward led to other parameters of the app that is open. */
  onQuery: (query: QueryPairs) => void = () => {};

  readonly #window: AddressWindow;
  readonly #site: string;
  readonly #served: string | undefined;
  readonly #picked = new Map<string, SourceSpec>();
  #mark = NOTHING_PICKED;
  #source: SourceSpec | null;
  /** Whether the newest entry belongs to the run that is under way. */
  #isOfThisRun = true;

  /** `served` is the manifest that the page names when a local server runs. */
  constructor(window: AddressWindow, site: string, served?: string) {
    this.#window = window;
    this.#site = site;
    this.#served = served;
    // What was picked before a reload is gone with the page that knew it.
    window.history.replaceState(this.#mark, "");
    this.#source = this.#read();
    window.addEventListener("popstate", () => this.#onPopState());
  }

  get address(): PageAddress {
    return parseAddress(this.#window.location.href, this.#served);
  }

  /** What is open; null for the landing page. */
  get source(): SourceSpec | null {
    return this.#source;
  }

  /** The app's own parameters. */
  get query(): QueryPairs {
    return this.address.appQuery.map(([name, value]) => [name, value]);
  }

  /** Open what a person chose. */
  open(source: SourceSpec, isEditing = this.address.isEditing): void {
    if (hasAddress(source)) {
      this.#push({ ...this.address, source, isEditing }, NOTHING_PICKED);
    } else {
      const picked = `${performance.timeOrigin} ${this.#picked.size}`;
      this.#picked.set(picked, source);
      this.#push({ ...this.address, source: undefined, isEditing }, { picked });
    }
    this.#show();
  }

  /** What is open was picked anew: Back and Forward lead to the new one. */
  replacePicked(source: SourceSpec): void {
    if (this.#mark.picked === null) return;
    this.#picked.set(this.#mark.picked, source);
    this.#source = source;
  }

  /**
   * The address by which somebody else opens what is open: `source` is that, or what stands for it.
   * With the state it carries the app's parameters as they are now.
   */
  linkTo(
    source: SourceSpec,
    options: { withState: boolean; isEmbedded: boolean; isEditing: boolean },
  ): string {
    const { argv, page, appQuery } = this.address;
    const { withState, isEmbedded, isEditing } = options;
    const state = withState ? { appQuery, ...(page && { page }) } : { appQuery: [] };
    const plain = { embedOptions: [], isTraced: false, isEditing };
    return writeAddress({ source, argv, isEmbedded, ...plain, ...state }, this.#site);
  }

  /** Whether the app is in a state that its address tells. */
  get hasState(): boolean {
    const { page, appQuery } = this.address;
    return page !== undefined || appQuery.length > 0;
  }

  /** Show or hide the editor: a step that Back undoes. */
  setEditing(isEditing: boolean): void {
    const { address } = this;
    if (address.isEditing === isEditing) return;
    const href = writeAddress({ ...address, isEditing }, this.#site);
    this.#window.history.pushState(this.#mark, "", href);
    this.onEditing(isEditing);
  }

  /** Go to the landing page. */
  leave(): void {
    const { address } = this;
    const nothing = { source: undefined, argv: [], appQuery: [], isEditing: false };
    this.#push({ ...address, ...nothing }, NOTHING_PICKED);
    this.#show();
  }

  /**
   * The app set its parameters: the address follows, and Back leads to what it was.
   *
   * A run makes one entry at most, and one that answers Back or a new address makes none. Else a
   * script that always sets a parameter would lead whoever goes back straight to where they were.
   */
  write(query: QueryPairs): void {
    const own = query.filter(([name]) => !reserved.has(name));
    if (JSON.stringify(own) === JSON.stringify(this.query)) return;
    const href = writeAddress({ ...this.address, appQuery: own }, this.#site);
    if (this.#isOfThisRun) this.#window.history.replaceState(this.#mark, "", href);
    else this.#window.history.pushState(this.#mark, "", href);
    this.#isOfThisRun = true;
  }

  /** The run is over; what the next one sets is a step of its own. */
  endRun(): void {
    this.#isOfThisRun = false;
  }

  #push(address: PageAddress, mark: Mark): void {
    const href = writeAddress(address, this.#site);
    const { history, location } = this.#window;
    this.#mark = mark;
    // The same once more, as after a failure: no second entry for it.
    if (href === location.href && mark.picked === null) history.replaceState(mark, "");
    else history.pushState(mark, "", href);
  }

  #onPopState(): void {
    const mark = this.#window.history.state as Mark | null;
    if (mark === null && this.#adopt()) return;
    this.#mark = mark ?? NOTHING_PICKED;
    this.#isOfThisRun = true;
    this.onEditing(this.address.isEditing);
    if (isSame(this.#read(), this.#source)) this.onQuery(this.query);
    else this.#show();
  }

  /** Whether an entry without a mark leaves open what is open; then it gets that mark. */
  #adopt(): boolean {
    const { address } = this;
    const leadsElsewhere = address.source && !isSame(address.source, this.#source);
    if (this.#mark.picked === null && leadsElsewhere) return false;
    // A link to a heading wrote over the script that is inside the address.
    const lost = this.#source?.kind === "code" ? this.#source : undefined;
    const { history, location } = this.#window;
    const href = lost ? writeAddress({ ...address, source: lost }, this.#site) : location.href;
    history.replaceState(this.#mark, "", href);
    return true;
  }

  #show(): void {
    this.#source = this.#read();
    this.#isOfThisRun = true;
    this.onEditing(this.address.isEditing);
    this.onSource(this.#source);
  }

  #read(): SourceSpec | null {
    const { picked } = this.#mark;
    return (picked === null ? this.address.source : this.#picked.get(picked)) ?? null;
  }
}

/** Picked things are the same only if they are one; what has an address is known by that. */
function isSame(one: SourceSpec | null, other: SourceSpec | null): boolean {
  if (one === other) return true;
  const areKnown = one !== null && other !== null && hasAddress(one) && hasAddress(other);
  return areKnown && JSON.stringify(one) === JSON.stringify(other);
}
