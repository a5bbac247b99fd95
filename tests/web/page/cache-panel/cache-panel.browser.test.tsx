/** The panel of the caches; the test is the app's unit. */
import axe from "axe-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { page, userEvent } from "vitest/browser";
import { resolveTheme } from "../../../../web/src/kit/index.ts";
import { AppController } from "../../../../web/src/page/app-controller.ts";
import { Panels } from "../../../../web/src/page/panels.tsx";
import type {
  Cacheable,
  CachedFunctionReport,
  CacheEntry,
} from "../../../../web/src/protocol/messages.ts";
import type { FromUnit, ToUnit } from "../../../../web/src/protocol/port.ts";
import { mount } from "../../kit/mount.tsx";

function openPanel(theme: "light" | "dark" = "light") {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => {
    for (const port of [port1, port2]) port.close();
  });
  const told: ToUnit[] = [];
  port2.onmessage = ({ data }: MessageEvent<ToUnit>) => told.push(data);
  const app = new AppController(port1);
  app.panel.set("caches");
  const { place } = mount(
    <Panels
      app={app}
      script={{ name: "app.py", text: "", from: "" }}
      version="1"
      share={() => Promise.reject(new Error("Nobody asks."))}
      texts={{ markdown: (text) => text, python: (code) => code }}
    />,
    resolveTheme({}, theme),
  );
  return {
    app,
    told,
    place,
    report(functions: CachedFunctionReport[], could_be_cached: Cacheable[] = []) {
      const message: FromUnit = { type: "cache_report", functions, could_be_cached };
      port2.postMessage(message);
    },
  };
}

function entry(n: number, more: Partial<CacheEntry> = {}): CacheEntry {
  const size = 1_200_000;
  return { id: `id${n}`, call: `n=${n}`, age: 200, seconds: 2.41, size, stored: true, ...more };
}

function cached(title: string, more: Partial<CachedFunctionReport> = {}): CachedFunctionReport {
  return {
    name: `cache_data __main__.${title}`,
    title,
    decorator: "cache_data",
    file: "app.py",
    line: 12,
    hits: 4,
    misses: 3,
    saved: 9.62,
    last_miss: "argument `n`: new value 3",
    unkept: null,
    stored: 2_400_000,
    entries: [entry(3), entry(2), entry(1)],
    ...more,
  };
}

const client = cached("client", {
  decorator: "cache_resource",
  hits: 1_200,
  misses: 1,
  saved: 0.02,
  last_miss: "first call",
  stored: 0,
  entries: [entry(1, { call: "", size: null, stored: false })],
});

const button = (name: string) => page.getByRole("button", { name, exact: true });
const panel = () => page.getByRole("dialog", { name: "Caches" });
const words = () => panel().element().textContent;
const titles = () =>
  page
    .getByRole("heading", { level: 3 })
    .elements()
    .map(({ textContent }) => textContent);
const facts = () =>
  Object.fromEntries(
    [...document.querySelectorAll("dl > div")].map((fact) => [
      fact.querySelector("dt")?.textContent,
      fact.querySelector("dd")?.textContent,
    ]),
  );

describe("what is told of a function", () => {
  it("is how it did, and why it was computed last", async () => {
    const { report } = openPanel();
    report([cached("load")]);
    await expect.poll(words).toContain("@st.cache_data · app.py:12");
    expect(facts()).toEqual({
      "Time saved": "9.6 s",
      Hits: "4",
      Misses: "3",
      "In memory": "3.6 MB",
      Stored: "2.4 MB",
    });
    await expect.poll(words).toContain("Last miss: argument n: new value 3");
    const codes = [...panel().element().querySelectorAll("code")].map((code) => code.textContent);
    expect(codes).toContain("n");
  });

  it("leaves the app's values as they are", async () => {
    const { report, place } = openPanel();
    report([cached("load", { last_miss: "`a` was '<b>*x*</b>', is '![](https://x.test/)' $y$" })]);
    await expect.poll(words).toContain("a was '<b>*x*</b>', is '![](https://x.test/)' $y$");
    expect(place.querySelector("b, img, em")).toBeNull();
  });

  it("says why its results go with the tab", async () => {
    const { report } = openPanel();
    report([cached("load", { stored: 0, unkept: "it depends on `db`, which cannot be hashed" })]);
    await expect
      .poll(words)
      .toContain("Gone with this tab: it depends on db, which cannot be hashed");
    expect(facts().Stored).toBe("nothing");
  });

  it("does not make up what an object takes", async () => {
    const { report } = openPanel();
    report([client]);
    await expect.poll(facts).toMatchObject({ Hits: "1,200", "In memory": "not known" });
    await button("1 result of client()").click();
    await expect.poll(words).toMatch(/client\(\)\s*3 min ago/);
    await expect.poll(words).toContain("in memory only");
  });

  it("comes in the order of the time that it saved, then of its name", async () => {
    const { report } = openPanel();
    report([cached("b", { saved: 1 }), cached("c"), cached("a", { saved: 1 })]);
    await expect.poll(titles).toEqual(["c()", "a()", "b()"]);
    await expect.poll(words).toContain("12 s saved · 7.2 MB stored");
  });
});

describe("its results", () => {
  it("are listed with their age, which goes on", async () => {
    const { report } = openPanel();
    report([cached("load", { entries: [entry(3, { age: 10 })] })]);
    await button("1 result of load()").click();
    const item = page.getByRole("listitem").filter({ hasText: "load(n=3)" }).last();
    const marks = () =>
      [...item.element().querySelectorAll("p > span")].map(({ textContent }) => textContent);
    await expect.poll(marks).toEqual([expect.any(String), "took 2.4 s", "1.2 MB", "stored"]);
    const [before] = marks();
    expect(before).toMatch(/^1\d s ago$/);
    await expect.poll(() => marks()[0]).not.toBe(before);
  });

  it("are not listed by the thousand", async () => {
    const { report } = openPanel();
    const entries = Array.from({ length: 1_300 }, (_, n) => entry(n));
    report([cached("load", { entries })]);
    await button("1,300 results of load()").click();
    await expect.poll(words).toContain("1,200 more are not listed.");
    expect(page.getByRole("button", { name: /^Clear load\(n=/ }).elements()).toHaveLength(100);
  });
});

describe("clearing", () => {
  const cleared = (told: ToUnit[]) => told.filter(({ type }) => type === "clear_caches");
  const { name } = cached("load");

  it("asks for one result, for those of a function, or for all", async () => {
    const { report, told } = openPanel();
    report([cached("load"), client]);
    await button("3 results of load()").click();
    await button("Clear load(n=2)").click();
    await button("Clear load()").click();
    await button("Clear all").click();
    await expect
      .poll(() => cleared(told))
      .toEqual([
        { type: "clear_caches", function: name, entry: "id2" },
        { type: "clear_caches", function: name, entry: null },
        { type: "clear_caches", function: null, entry: null },
      ]);
  });

  it("leaves the focus where the result was, and then at the function's button", async () => {
    const { report, told } = openPanel();
    report([cached("load")]);
    await button("3 results of load()").click();
    (button("Clear load(n=2)").element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => cleared(told)).toHaveLength(1);
    await expect.element(page.getByRole("status")).toHaveTextContent("load(n=2) is cleared.");
    report([cached("load", { entries: [entry(3), entry(1)] })]);
    await expect.element(button("Clear load(n=1)")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    report([cached("load", { entries: [entry(3)] })]);
    await expect.element(button("Clear load(n=3)")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    report([cached("load", { entries: [] })]);
    await expect.element(button("Clear load()")).toHaveFocus();
  });

  it("leaves the focus alone that has gone elsewhere meanwhile", async () => {
    const { report } = openPanel();
    report([cached("load")]);
    await button("3 results of load()").click();
    await button("Clear load(n=2)").click();
    (button("Close").element() as HTMLElement).focus();
    report([cached("load", { entries: [entry(3), entry(1)] })]);
    await expect.element(button("Clear load(n=2)")).not.toBeInTheDocument();
    await expect.element(button("Close")).toHaveFocus();
  });
});

it("watches the caches as long as it is open", async () => {
  const { told, app, report } = openPanel();
  const watched = () =>
    told.flatMap((message) => (message.type === "watch_caches" ? [message.on] : []));
  await expect.poll(watched).toEqual([true]);
  report([cached("load")]);
  await expect.poll(titles).toEqual(["load()"]);
  report([cached("load"), client]);
  await expect.poll(titles).toEqual(["load()", "client()"]);
  await userEvent.keyboard("{Escape}");
  await expect.poll(watched).toEqual([true, false]);
  await expect.element(panel()).not.toBeInTheDocument();
  expect(app.panel.get()).toBeNull();
});

it("says what will be here when nothing is, and where to read more", async () => {
  const { report } = openPanel();
  await expect.poll(words).toContain("Waiting for Python.");
  report([]);
  await expect
    .poll(words)
    .toContain("Functions under @st.cache_data or @st.cache_resource appear here");
  await expect.element(button("Clear all")).not.toBeInTheDocument();
  const link = page.getByRole("link", { name: /^How caching works/ });
  await expect.element(link).toHaveAttribute("href", "docs/caching.html");
  await expect.element(link).toHaveAttribute("target", "_blank");
});

it("names what could be cached, and what to write", async () => {
  const { report } = openPanel();
  report([], [{ title: "fit", file: "model.py", line: 7, seconds: 1.84 }]);
  await expect.poll(titles).toEqual(["Could be cached"]);
  await expect.poll(words).toContain("Write @st.cache_data on the line above");
  await expect.poll(words).toMatch(/fit\(\)\s*model\.py:7\s*1\.8 s/);
});

it("can be used by keyboard alone", async () => {
  const { report } = openPanel();
  report([cached("load")]);
  await expect.element(button("Clear all")).toBeVisible();
  (button("Clear all").element() as HTMLElement).focus();
  await userEvent.tab();
  await expect.element(button("Clear load()")).toHaveFocus();
  await userEvent.tab();
  await expect.element(button("3 results of load()")).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await userEvent.tab();
  await expect.element(button("Clear load(n=3)")).toHaveFocus();
});

it.each(["light", "dark"] as const)("has nothing that axe finds, in %s", async (theme) => {
  const { report, place } = openPanel(theme);
  report(
    [cached("load", { unkept: "`db` cannot be hashed" }), client],
    [{ title: "fit", file: "model.py", line: 7, seconds: 1.84 }],
  );
  await button("3 results of load()").click();
  await expect.element(button("Clear load(n=1)")).toBeVisible();
  const modal = () => place.querySelector(".ts-modal");
  await expect.poll(() => modal()?.getAnimations({ subtree: true }).length).toBe(0);
  const { violations } = await axe.run(place, { resultTypes: ["violations"] });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
