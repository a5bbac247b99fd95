/** The runs as the view sees them; the test is the worker. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Runs } from "../../../web/src/app/runs.ts";
import { Signals } from "../../../web/src/app/signals.ts";
import type { ExceptionCard } from "../../../web/src/protocol/elements.ts";
import { EVENT, MAIN, type ToPython } from "../../../web/src/protocol/messages.ts";
import type { FromUnit } from "../../../web/src/protocol/port.ts";

type RunMessage = Parameters<Runs["receive"]>[0];

const sent: ToPython[] = [];
const told: FromUnit[] = [];
const replaceWorker = vi.fn();
const hasWorker = vi.fn(async () => true);
const refuseFlood = vi.fn();

function makeRuns(most?: { elements: number; events: number }): Runs {
  const toPython = (message: ToPython) => sent.push(message);
  const tellPage = (message: FromUnit) => told.push(message);
  return new Runs({ toPython, tellPage, replaceWorker, hasWorker, refuseFlood }, most);
}

/** Let messages of Python arrive, and be painted. */
function receive(runs: Runs, ...messages: RunMessage[]): void {
  for (const message of messages) runs.receive(message);
  vi.advanceTimersByTime(100);
}

const started = (run: number, request = run): RunMessage => {
  return { type: "run_started", run, request, page: "", fragment: null };
};
const CARD: ExceptionCard = {
  type: "SyntaxError",
  text: "'(' was never closed",
  is_markdown: false,
  is_warning: false,
  location: null,
  trace: [],
  width: "stretch",
};
const ended = (run: number): RunMessage => ({ type: "run_ended", run, how: "done", error: null });
const drawn = (run: number, id: number, parent = MAIN): RunMessage => {
  const props = { body: `element ${id}` } as never;
  const content = { id, kind: "text", props, block: false, widget: null, key: null } as const;
  const node = { ...content, page: "", fragment: null };
  return { type: "ops", run, ops: [{ op: "insert", parent, index: 0, node }] };
};

const runsAsked = () => sent.filter((message) => message.type === "run");
const shown = (runs: Runs) => runs.tree.root(MAIN).children.map(({ id }) => id);
const isBlocked = () => told.findLast((message) => message.type === "blocked")?.isBlocked ?? false;

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  told.length = 0;
  replaceWorker.mockClear();
  refuseFlood.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

function begun(canSuspend: boolean): Runs {
  const runs = makeRuns();
  runs.expectStart();
  runs.begin({ canSuspend, signals: new Signals() });
  receive(runs, started(1), drawn(1, 7), ended(1));
  return runs;
}

describe("the first run", () => {
  it("comes when Python is there, with the click that was made meanwhile", () => {
    const runs = makeRuns();
    runs.expectStart();
    expect(runs.state.get().script).toBe("initial");
    runs.request({ trigger: { widget: "button", value: true }, live: false });
    runs.request({ trigger: null, live: false });
    expect(sent).toEqual([]);
    runs.begin({ canSuspend: true, signals: new Signals() });
    expect(runsAsked()).toMatchObject([{ id: 1, trigger: { widget: "button" } }]);
  });

  it("does not come to a worker that took the place of a stopped one, until it is asked for", () => {
    const runs = begun(false);
    runs.expectReplacement();
    runs.begin({ canSuspend: false, signals: new Signals() });
    expect(runsAsked()).toHaveLength(1);
    expect(runs.state.get()).toMatchObject({ script: "notRunning", hasDrawn: true });
    runs.request({ trigger: null, live: false });
    expect(runsAsked()).toHaveLength(2);
  });

  it("is shown as a start when it is asked for before the new worker is there", () => {
    const runs = begun(false);
    runs.expectReplacement();
    runs.request({ trigger: null, live: false });
    expect(runs.state.get()).toMatchObject({ script: "initial", hasDrawn: false });
    runs.begin({ canSuspend: false, signals: new Signals() });
    expect(runsAsked()).toHaveLength(2);
  });
});

it("what a lost worker drew stays until the next one draws", () => {
  const runs = begun(true);
  runs.end();
  expect(shown(runs)).toEqual([7]);
  runs.expectStart();
  runs.begin({ canSuspend: true, signals: new Signals() });
  receive(runs, started(1, 2));
  expect(shown(runs)).toEqual([7]);
  receive(runs, drawn(1, 8));
  expect(shown(runs)).toEqual([8]);
});

it("a lost worker is sent nothing", () => {
  const runs = begun(true);
  runs.end();
  runs.request({ trigger: null, live: false });
  expect(runsAsked()).toHaveLength(1);
});

describe("Stop", () => {
  const stopped = (canSuspend: boolean): Runs => {
    const runs = begun(canSuspend);
    runs.request({ trigger: null, live: false });
    receive(runs, started(2));
    runs.stop();
    return runs;
  };

  it("is a message to a script that can hear it", () => {
    const runs = stopped(true);
    expect(sent.at(-1)).toEqual({ type: "stop" });
    receive(runs, { type: "run_ended", run: 2, how: "stopped", error: null });
    vi.advanceTimersByTime(10_000);
    expect(runs.state.get().script).toBe("notRunning");
    expect(replaceWorker).not.toHaveBeenCalled();
  });

  it("replaces the worker when it is not heard within 200 ms", () => {
    stopped(true);
    vi.advanceTimersByTime(190);
    expect(replaceWorker).not.toHaveBeenCalled();
    vi.advanceTimersByTime(20);
    expect(replaceWorker.mock.calls).toEqual([["stop"]]);
  });

  it("replaces the worker at once where nothing can be heard", () => {
    stopped(false);
    vi.advanceTimersByTime(1);
    expect(replaceWorker).toHaveBeenCalledOnce();
  });

  it("does nothing when nothing runs", () => {
    begun(true).stop();
    expect(sent.filter(({ type }) => type === "stop")).toEqual([]);
  });
});

describe("a thumb that is dragged", () => {
  const drag = (runs: Runs, value: number, live: boolean) =>
    runs.values.change("size", [value], { form: null, reruns: true }, live);

  it("runs the app as it moves", () => {
    const runs = begun(true);
    drag(runs, 1, true);
    expect(sent.at(-1)).toMatchObject({ type: "run", live: true, widgets: { size: [1] } });
  });

  it("sends the next value when the run before it is shown, and only the newest", () => {
    const runs = begun(true);
    drag(runs, 1, true);
    drag(runs, 2, true);
    receive(runs, started(2));
    drag(runs, 3, true);
    expect(runsAsked()).toHaveLength(2);
    receive(runs, drawn(2, 8), ended(2));
    expect(runsAsked()).toHaveLength(3);
    expect(runsAsked().at(-1)).toMatchObject({ live: true, widgets: { size: [3] } });
    receive(runs, started(3), ended(3));
    expect(runsAsked()).toHaveLength(3);
  });

  it("is not waited for where it is let go", () => {
    const runs = begun(true);
    drag(runs, 1, true);
    drag(runs, 2, true);
    drag(runs, 2, false);
    expect(runsAsked().at(-1)).toMatchObject({ live: false, widgets: { size: [2] } });
    receive(runs, started(2), ended(2), started(3), ended(3));
    expect(runsAsked()).toHaveLength(3);
  });

  it("goes on with a worker that took the place of a lost one", () => {
    const runs = begun(true);
    drag(runs, 1, true);
    drag(runs, 2, true);
    runs.expectStart();
    runs.begin({ canSuspend: true, signals: new Signals() });
    receive(runs, started(1, 3), ended(1));
    drag(runs, 3, true);
    expect(sent.at(-1)).toMatchObject({ type: "run", live: true, widgets: { size: [3] } });
  });

  it("runs it only where it is let go, when the app's options say so", () => {
    const runs = begun(true);
    receive(runs, { type: "app_config", options: { "tabstream.runWhileDragging": false } });
    sent.length = 0;
    drag(runs, 1, true);
    expect(sent).toEqual([]);
    drag(runs, 2, false);
    expect(sent).toMatchObject([{ type: "run", live: false, widgets: { size: [2] } }]);
  });
});

describe("a change that waits for 2 s", () => {
  it("is told to the page, until a run takes it in", () => {
    const runs = begun(false);
    runs.request({ trigger: null, live: false });
    receive(runs, started(2));
    runs.request({ trigger: null, live: false });
    expect(runs.state.get().script).toBe("rerunRequested");
    vi.advanceTimersByTime(1_800);
    expect(isBlocked()).toBe(false);
    vi.advanceTimersByTime(300);
    expect(isBlocked()).toBe(true);
    receive(runs, ended(2), started(3));
    expect(isBlocked()).toBe(false);
  });

  it("ends the script when the person wants that, and is not lost with it", () => {
    const runs = begun(true);
    runs.request({ trigger: null, live: false });
    receive(runs, started(2));
    runs.request({ trigger: { widget: "go", value: true }, live: false });
    runs.unblock();
    vi.advanceTimersByTime(210);
    expect(replaceWorker.mock.calls).toEqual([["stuck"]]);
    runs.expectStart();
    runs.begin({ canSuspend: true, signals: new Signals() });
    expect(runsAsked().at(-1)).toMatchObject({ trigger: { widget: "go" } });
  });

  it("is not made again when the run that had it ended Python before a frame", () => {
    const runs = begun(true);
    runs.request({ trigger: { widget: "go", value: true }, live: false });
    runs.receive(started(2));
    runs.expectStart();
    runs.begin({ canSuspend: true, signals: new Signals() });
    expect(runsAsked().at(-1)).toMatchObject({ trigger: null });
  });

  it("costs no worker where the script hears of it", () => {
    const runs = begun(true);
    runs.request({ trigger: null, live: false });
    receive(runs, started(2));
    runs.request({ trigger: null, live: false });
    runs.unblock();
    receive(runs, { type: "run_ended", run: 2, how: "stopped", error: null }, started(3));
    vi.advanceTimersByTime(10_000);
    expect(replaceWorker).not.toHaveBeenCalled();
    runs.unblock();
    vi.advanceTimersByTime(10_000);
    expect(replaceWorker).not.toHaveBeenCalled();
  });

  it("is told where no script runs, when the worker gives no sign of life", async () => {
    const runs = begun(true);
    runs.request({ trigger: null, live: false });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(hasWorker).toHaveBeenCalled();
    expect(isBlocked()).toBe(false);
    hasWorker.mockResolvedValue(false);
    await vi.advanceTimersByTimeAsync(2_100);
    expect(isBlocked()).toBe(true);
  });

  it("is not told when it was taken in before", () => {
    const runs = begun(true);
    runs.request({ trigger: null, live: false });
    receive(runs, started(2));
    runs.request({ trigger: null, live: false });
    receive(runs, { type: "run_ended", run: 2, how: "interrupted", error: null }, started(3));
    vi.advanceTimersByTime(3_000);
    expect(isBlocked()).toBe(false);
  });
});

describe("what a run draws", () => {
  const watchShows = (runs: Runs) => {
    let count = 0;
    runs.tree.watch(MAIN, () => {
      count += 1;
    });
    return () => count;
  };

  it("is shown at once when it comes first, and gathered for a frame when it comes in a crowd", () => {
    const runs = begun(true);
    runs.request({ trigger: null, live: false });
    vi.advanceTimersByTime(1_000);
    const shows = watchShows(runs);
    runs.receive(started(2));
    runs.receive(drawn(2, 8));
    expect(shown(runs)).toEqual([8, 7]);
    for (let id = 9; id < 100; id += 1) runs.receive(drawn(2, id));
    expect(shows()).toBe(1);
    vi.advanceTimersByTime(20);
    expect(shown(runs)).toHaveLength(93);
    expect(shows()).toBe(2);
  });

  it("is shown at once when the run is over", () => {
    const runs = begun(true);
    const shows = watchShows(runs);
    runs.request({ trigger: null, live: false });
    for (const message of [started(2), drawn(2, 8), drawn(2, 9), ended(2)]) runs.receive(message);
    expect(shown(runs)).toEqual([9, 8, 7]);
    expect(shows()).toBeLessThanOrEqual(2);
  });

  it("takes away the notice that an earlier source did not compile, and keeps it till then", () => {
    const runs = begun(true);
    runs.request({ trigger: null, live: false });
    receive(runs, started(2), { type: "run_ended", run: 2, how: "compile_error", error: CARD });
    expect(runs.state.get()).toMatchObject({ script: "compilationError", compileError: CARD });
    receive(runs, drawn(1, 8)); // by what goes on between two runs
    runs.request({ trigger: null, live: false });
    receive(runs, started(3));
    expect(runs.state.get().compileError).toBe(CARD);
    receive(runs, drawn(3, 9));
    expect(runs.state.get()).toMatchObject({ script: "running", compileError: null });
  });

  it("is refused when it is more than a page can show, and then nothing of it is", () => {
    const runs = makeRuns({ elements: 10, events: 3 });
    runs.expectStart();
    runs.begin({ canSuspend: true, signals: new Signals() });
    receive(runs, started(1), drawn(1, 7), drawn(1, 8));
    expect(refuseFlood).not.toHaveBeenCalled();
    receive(runs, ...Array.from({ length: 20 }, (_, n) => drawn(1, 9 + n)));
    expect(refuseFlood).toHaveBeenCalledExactlyOnceWith("It has drawn more than 10 elements.");
    expect(shown(runs)).toEqual([]);
  });

  it("is refused when it has more toasts than anybody reads", () => {
    const runs = makeRuns({ elements: 100, events: 3 });
    runs.expectStart();
    runs.begin({ canSuspend: true, signals: new Signals() });
    receive(runs, started(1), drawn(1, 7, EVENT), drawn(1, 8, EVENT), drawn(1, 9, EVENT));
    expect(refuseFlood).not.toHaveBeenCalled();
    receive(runs, drawn(1, 10, EVENT));
    expect(refuseFlood).toHaveBeenCalledWith("It has drawn more than 3 toasts or balloons.");
  });

  it("has exceptions that the page is told of before it hears that the run is over, and once", () => {
    const runs = begun(true);
    const location = { file: "app.py", line: 3, columns: null, source: [] };
    const error = { ...CARD, location };
    told.length = 0;
    for (const run of [2, 3]) {
      runs.request({ trigger: null, live: false });
      receive(runs, started(run), { type: "run_ended", run, how: "compile_error", error });
    }
    const { type: kind, text } = CARD;
    const problems = [{ kind, text, place: { file: "app.py", line: 3, columns: null } }];
    expect(told.map((message) => (message.type === "state" ? message.state : message))).toEqual([
      "running",
      { type: "problems", problems },
      "compilationError",
      "running",
      "compilationError",
    ]);
    runs.request({ trigger: null, live: false });
    receive(runs, started(4), ended(4));
    expect(told).toContainEqual({ type: "problems", problems: [] });
  });

  it("takes two words to the page, whatever it draws", () => {
    const runs = begun(true);
    told.length = 0;
    runs.request({ trigger: null, live: false });
    receive(runs, started(2), drawn(2, 8), drawn(2, 9), ended(2));
    expect(told).toEqual([
      { type: "state", state: "running" },
      { type: "state", state: "notRunning" },
    ]);
  });
});
