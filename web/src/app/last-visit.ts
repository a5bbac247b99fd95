/**
 * The picture of an app that its next visit shows while Python starts.
 *
 *     run ends, idle ──▶ picture ──port──▶ page keeps it ──open──▶ shown, stale ──▶ first run
 *
 * It is one of the app before a person has changed anything, since that is how the next visit begins:
 * then the first run finds its elements on the page already, and what somebody was about to do in
 * the app is not on the screen of whoever opens it next.
 */
import { whenIdle } from "../kit/index.ts";
import type { RunEnd } from "../protocol/messages.ts";
import type { Picture } from "../protocol/picture.ts";
import type { Project } from "../protocol/port.ts";
import { stage } from "../protocol/trace.ts";
import type { Runs } from "./runs.ts";
import { tryVisitKey } from "./visit-key.ts";

export interface LastVisitEnvironment {
  runs: Pick<Runs, "isBusy" | "showPast" | "state" | "takePicture" | "values">;
  /** The app as it is now: its files and its query change while it runs. */
  project(): Project | null;
  /** Stands for this release. */
  release: string;
  /** Have a picture kept for the next visit; null: none, and an older one goes. */
  keep(picture: Picture | null): void;
}

export class LastVisit {
  readonly #environment: LastVisitEnvironment;
  /** Whether a run has ended since the last picture was taken. */
  #isDue = false;
  /** Whether this visit has taken one: from then on the page's going is soon enough. */
  #hasTaken = false;
  /** Whether files were saved that no run has taken in yet. */
  #isUnrun = false;

  constructor(environment: LastVisitEnvironment) {
    this.#environment = environment;
  }

  /** Show what the page has kept, if it is of this very app. */
  async show(project: Project): Promise<void> {
    const { picture } = project;
    if (!picture) return;
    const shown = stage("paint the last visit");
    const key = await tryVisitKey(project, this.#environment.release);
    if (key !== picture.of || project !== this.#environment.project()) return;
    this.#environment.runs.showPast(picture);
    shown();
  }

  /** Files were saved: what is on the page is not theirs. */
  noteSave(): void {
    this.#isUnrun = true;
    this.#isDue = false;
  }

  noteStart(): void {
    this.#isUnrun = false;
  }

  noteEnd(how: RunEnd): void {
    this.#isDue = (how === "done" || how === "stopped_itself") && !this.#isUnrun;
    if (this.#isDue && !this.#hasTaken) whenIdle(() => void this.take());
  }

  /** Take a picture if there is something new to be seen on it. */
  async take(): Promise<void> {
    const { runs, release, keep } = this.#environment;
    const project = this.#environment.project();
    if (!this.#isDue || !project || runs.isBusy || runs.values.isTouched) return;
    this.#isDue = false;
    this.#hasTaken = true;
    if (runs.state.get().options["tabstream.paintLastVisit"] === false) return keep(null);
    const picture = runs.takePicture();
    const of = await tryVisitKey(project, release);
    if (of !== null) keep({ of, ...picture });
  }
}
