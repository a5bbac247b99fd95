import { expect, it } from "vitest";
import { followTheme, RunTeller, readEmbedding, tellHeight } from "../../../web/src/embed/embed.ts";

/** A window that notes what it is told. */
function listener() {
  const heard: unknown[][] = [];
  const parent = { postMessage: (...told: unknown[]) => heard.push(told) } as unknown as Window;
  return { heard, parent };
}

it("tells whichever page embeds the app how high it is", () => {
  const { heard, parent } = listener();
  tellHeight(parent, 431);
  expect(heard).toEqual([[{ type: "tabstream:height", height: 431 }, "*"]]);
});

it.each([Number.NaN, "12px", { toString: () => "1" }, undefined])(
  "passes nothing on that is no number: %s",
  (height) => {
    const { heard, parent } = listener();
    tellHeight(parent, height as number);
    expect(heard).toEqual([]);
  },
);

it("tells that page how each run has gone, and what went wrong only where it may know", () => {
  const problem = { kind: "ValueError", text: "no", place: null };
  for (const [saysWhat, message] of [
    [true, "ValueError: no"],
    [false, null],
  ] as const) {
    const { heard, parent } = listener();
    const runs = new RunTeller(parent, saysWhat);
    runs.tellRun([]);
    runs.tellRun([problem]);
    expect(heard.map(([told]) => told)).toEqual([
      { type: "tabstream:ready" },
      { type: "tabstream:rerun" },
      { type: "tabstream:error", message },
    ]);
  }
});

it("asks the page around it for its theme, and hears nobody else", () => {
  const { heard, parent } = listener();
  const self = Object.assign(new EventTarget(), { parent }) as unknown as Window;
  const themes: string[] = [];
  followTheme(self, (theme) => themes.push(theme));
  expect(heard).toEqual([[{ type: "tabstream:hello" }, "*"]]);
  const say = (data: unknown, source: unknown = parent) =>
    self.dispatchEvent(Object.assign(new Event("message"), { data, source }));
  say({ type: "tabstream:theme", theme: "dark" }, {});
  say({ type: "tabstream:theme", theme: "purple" });
  say(null);
  expect(themes).toEqual([]);
  say({ type: "tabstream:theme", theme: "dark" });
  expect(themes).toEqual(["dark"]);
});

it("has no chrome and the app's own colours unless the page around it chooses otherwise", () => {
  expect(readEmbedding([])).toEqual({
    theme: null,
    hasToolbar: false,
    embedding: { hasPadding: false, canScroll: true, showsStart: true },
  });
  expect(readEmbedding(["dark_theme"])).toMatchObject({ theme: "dark", hasToolbar: false });
  expect(readEmbedding(["light_theme", "show_toolbar"])).toMatchObject({
    theme: "light",
    hasToolbar: true,
  });
});

it("leaves room around the content when it is asked for, and below a menu", () => {
  expect(readEmbedding(["show_padding"]).embedding.hasPadding).toBe(true);
  expect(readEmbedding(["show_toolbar"]).embedding.hasPadding).toBe(true);
});

it("neither scrolls nor shows the start of Python when the page around it says so", () => {
  expect(readEmbedding(["disable_scrolling"]).embedding.canScroll).toBe(false);
  expect(readEmbedding(["hide_loading_screen"]).embedding.showsStart).toBe(false);
});

it("does not mind options of Streamlit's that mean nothing here", () => {
  expect(readEmbedding(["show_footer", "show_colored_line"]).hasToolbar).toBe(false);
});
