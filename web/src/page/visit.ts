/**
 * A visit to the page: what the person sees, from the landing page over the question whether a
 * script may run to the running app. The address bar leads; what is chosen here goes through it, so
 * that Back, Forward and a reload come to the same screens.
 */

import { Store } from "../kit/index.ts";
import { isSourceError, type Project, type SourceSpec } from "../sources/sources.ts";
import type { AddressBar } from "./address-bar.ts";
import { judgeOrigin, type LinkRule } from "./link-rule.ts";
import type { OpenedApp } from "./opened-app.ts";
import { type Share, shareApp } from "./share/share-link.ts";

export type Screen =
  | { at: "landing"; problem: Problem | null }
  | { at: "reading" }
  | { at: "consent"; project: Project }
  | { at: "app"; app: OpenedApp };

/** Why a script could not be opened, in words for a person. */
export interface Problem {
  what: string;
  why: string;
  remedy: string;
}

export interface VisitOptions {
  bar: AddressBar;
  links: LinkRule;
  readSource: (source: SourceSpec) => Promise<Project>;
  openApp: (project: Project) => OpenedApp;
  /** Whether a person has changed it here at an earlier visit. */
  hasDraft: (project: Project) => Promise<boolean>;
}

export class Visit {
  readonly screen = new Store<Screen>({ at: "reading" });
  /** Whether the script is shown beside the app, to be changed. */
  readonly isEditing: Store<boolean>;
  readonly #options: VisitOptions;
  /** Counts what was shown; a script that arrives after the person went on is too late. */
  #shown = 0;

  constructor(options: VisitOptions) {
    this.#options = options;
    const { bar } = options;
    this.isEditing = new Store(bar.address.isEditing);
    bar.onEditing = (isEditing) => void this.#setEditing(isEditing);
    bar.onSource = (source) => void this.#show(source);
    bar.onQuery = (query) => this.app?.controller.setQuery(query);
    void this.#show(bar.source);
  }

  /** The app that is on the page. */
  get app(): OpenedApp | null {
    const screen = this.screen.get();
    return screen.at === "app" ? screen.app : null;
  }

  /** The address of what is open, or could not be opened; empty for what has none. */
  get address(): string {
    const { source } = this.#options.bar;
    return source?.kind === "address" ? source.address : "";
  }

  /** Open what a person chooses; null when they changed their mind. */
  async choose(choice: Promise<SourceSpec | null | undefined>): Promise<void> {
    try {
      const source = await choice;
      if (source) this.#options.bar.open(source);
    } catch (error) {
      this.screen.set({ at: "landing", problem: inWords(error) });
    }
  }

  /** Show the script beside the app, to be changed, or hide it again. */
  edit(isEditing: boolean): void {
    this.#options.bar.setEditing(isEditing);
  }

  /** Open something in the editor. */
  write(source: SourceSpec): void {
    this.#options.bar.open(source, true);
  }

  /** Open once more what is open, or could not be opened, as its place has it. */
  reopen(): void {
    void this.#show(this.#options.bar.source);
  }

  /** How the app that is open can be passed on. */
  sharing(app: OpenedApp): Share {
    return (choice) => shareApp(app, this.#options.bar, choice);
  }

  /** Nothing stands against it, or the person has said so. */
  run(project: Project): void {
    this.screen.set({ at: "app", app: this.#options.openApp(project) });
  }

  /** Go back to the landing page. */
  leave(): void {
    this.#options.bar.leave();
  }

  /** Go on with files that were picked anew; another script is another app. */
  async pickAgain(app: OpenedApp, choice: Promise<SourceSpec | null>): Promise<void> {
    const { bar, readSource } = this.#options;
    try {
      const source = await choice;
      if (!source) return;
      const project = await readSource(source);
      if (project.entry !== app.project.entry) return bar.open(source);
      bar.replacePicked(source);
      app.goOnWith(project);
    } catch (error) {
      app.controller.loseFiles(inWords(error));
    }
  }

  /** The editor has an app with the changes that were made to it here, also those of an earlier visit. */
  async #setEditing(isEditing: boolean): Promise<void> {
    const { app } = this;
    const { bar, hasDraft } = this.#options;
    const mayHaveMore = isEditing && !this.isEditing.get() && app && !app.isChanged;
    if (mayHaveMore && (await hasDraft(app.project))) {
      if (this.app === app && bar.address.isEditing) this.reopen();
    }
    this.isEditing.set(bar.address.isEditing);
  }

  /** A script has been read: whether it runs at once depends on where it comes from. */
  #meet(project: Project): void {
    const { links } = this.#options;
    const action = project.isTrusted ? "run" : judgeOrigin(project.origin, links);
    if (action === "run") return this.run(project);
    if (action === "ask") return this.screen.set({ at: "consent", project });
    const what = project.origin.host ?? "The script in the link";
    const problem = { what, ...(links.action === "none" ? NO_LINKS : NOT_FROM_THERE) };
    this.screen.set({ at: "landing", problem });
  }

  async #show(source: SourceSpec | null): Promise<void> {
    this.#shown += 1;
    const turn = this.#shown;
    if (!source) return this.screen.set({ at: "landing", problem: null });
    this.screen.set({ at: "reading" });
    try {
      const project = await this.#options.readSource(source);
      if (turn !== this.#shown) return;
      this.#meet(project);
    } catch (error) {
      if (turn === this.#shown) this.screen.set({ at: "landing", problem: inWords(error) });
    }
  }
}

/** What a person reads where links lead to nothing. */
const NO_LINKS: Omit<Problem, "what"> = {
  why: "This site runs no scripts from other places.",
  remedy: "Ask whoever keeps the site, or save the script as a file and open that.",
};

/** What a person reads where links lead to some places only. */
const NOT_FROM_THERE: Omit<Problem, "what"> = {
  why: "This site runs scripts from other places, but not from there.",
  remedy: "Ask whoever keeps the site, or save the script as a file and open that.",
};

function inWords(error: unknown): Problem {
  if (isSourceError(error)) return { what: error.asked, why: error.why, remedy: error.remedy };
  return {
    what: "The script",
    why: "It could not be opened.",
    remedy: error instanceof Error ? error.message : String(error),
  };
}
