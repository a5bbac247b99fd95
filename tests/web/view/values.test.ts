import { describe, expect, it } from "vitest";
import type { Json } from "../../../web/src/protocol/messages.ts";
import { type RunRequest, Values } from "../../../web/src/view/values.ts";

const FREE = { form: null, reruns: true };
const IN_FORM = { form: "f", reruns: true };

/** Values that note each run they ask for, with what it would be sent. */
function watched(): { values: Values; runs: (RunRequest & { values: Record<string, Json> })[] } {
  const runs: (RunRequest & { values: Record<string, Json> })[] = [];
  const values = new Values((request) => runs.push({ ...request, values: values.all() }));
  return { values, runs };
}

describe("a change outside of a form", () => {
  it("runs the script with the new value", () => {
    const { values, runs } = watched();
    values.change("size", 3, FREE);
    expect(runs).toEqual([{ trigger: null, live: false, values: { size: 3 } }]);
  });

  it("says that more will follow while a thumb is dragged", () => {
    const { values, runs } = watched();
    values.change("size", 3, FREE, true);
    expect(runs[0]?.live).toBe(true);
  });

  it("waits for the next run when its widget does not rerun", () => {
    const { values, runs } = watched();
    values.change("size", 3, { form: null, reruns: false });
    expect(runs).toEqual([]);
    values.trigger("go");
    expect(runs[0]?.values).toEqual({ size: 3 });
  });

  it("tells those who watch the widget, and nobody else", () => {
    const { values } = watched();
    const told: string[] = [];
    values.watch("size", () => told.push("size"));
    values.watch("name", () => told.push("name"));
    values.change("size", 3, FREE);
    expect(told).toEqual(["size"]);
  });
});

describe("a click", () => {
  it("holds for one run and is no value", () => {
    const { values, runs } = watched();
    values.trigger("go");
    expect(runs).toEqual([{ trigger: { widget: "go", value: true }, live: false, values: {} }]);
  });

  it("takes in what is half-typed elsewhere first", () => {
    const { values, runs } = watched();
    const leave = values.beforeClicks(() => values.change("name", "Ada", FREE));
    values.trigger("go");
    expect(runs.at(-1)).toEqual({
      trigger: { widget: "go", value: true },
      live: false,
      values: { name: "Ada" },
    });
    leave();
    values.trigger("go");
    expect(runs).toHaveLength(3);
  });
});

describe("a form", () => {
  it("holds changes back until it is submitted, and then sends all in one run", () => {
    const { values, runs } = watched();
    values.change("size", 3, IN_FORM);
    values.change("name", null, IN_FORM);
    expect(runs).toEqual([]);
    expect(values.get("size", "f")).toBe(3);
    expect(values.all()).toEqual({});
    values.submit("f", "send");
    expect(runs).toEqual([
      { trigger: { widget: "send", value: true }, live: false, values: { size: 3, name: null } },
    ]);
  });

  it("shows a change to nothing, although there was a value before", () => {
    const { values } = watched();
    values.change("name", "Ada", IN_FORM);
    values.submit("f", "send");
    values.change("name", null, IN_FORM);
    expect(values.get("name", "f")).toBeNull();
  });

  it("leaves the changes of another form alone", () => {
    const { values, runs } = watched();
    values.change("size", 3, IN_FORM);
    values.change("other", 4, { form: "g", reruns: true });
    values.submit("f", "send");
    expect(runs[0]?.values).toEqual({ size: 3 });
    expect(values.get("other", "g")).toBe(4);
  });

  it("that clears shows the defaults again, while the script keeps what was submitted", () => {
    const { values, runs } = watched();
    const told: string[] = [];
    values.watch("size", () => told.push("size"));
    values.change("size", 3, IN_FORM);
    values.submit("f", "send", ["size"]);
    expect(values.get("size", "f")).toBeUndefined();
    expect(told).toHaveLength(2);
    values.trigger("elsewhere");
    expect(runs.map((run) => run.values)).toEqual([{ size: 3 }, { size: 3 }]);
    values.submit("f", "send", ["size"]);
    expect(runs.at(-1)?.values).toEqual({});
  });

  it("is not submitted while one of its fields objects, and each objection is shown", () => {
    const { values, runs } = watched();
    const asked: string[] = [];
    let isReady = false;
    values.beforeSubmit("f", () => {
      asked.push("name");
      return isReady;
    });
    const leave = values.beforeSubmit("f", () => {
      asked.push("size");
      return false;
    });
    values.submit("f", "send");
    expect(asked).toEqual(["name", "size"]);
    expect(runs).toEqual([]);
    leave();
    isReady = true;
    values.submit("f", "send");
    expect(runs).toHaveLength(1);
  });
});

describe("what the script says", () => {
  it("replaces a value, also one that waits in a form", () => {
    const { values } = watched();
    values.change("size", 3, IN_FORM);
    values.accept("size", 9);
    expect(values.get("size", "f")).toBe(9);
    expect(values.all()).toEqual({ size: 9 });
  });

  it("drops the values of widgets that are gone", () => {
    const { values } = watched();
    values.change("size", 3, FREE);
    values.change("name", "Ada", IN_FORM);
    values.drop(["size", "name"]);
    expect(values.all()).toEqual({});
    expect(values.get("name", "f")).toBeUndefined();
  });
});
