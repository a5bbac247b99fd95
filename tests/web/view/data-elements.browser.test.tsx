import { describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import type { Metric, Table } from "../../../web/src/protocol/elements.ts";
import { frameOf } from "./frames.ts";
import { draw, element } from "./widget-rig.tsx";

describe("JSON", () => {
  const json = (body: string, props = {}) =>
    element("json", { body, expanded: true, max_expand_depth: null, ...props });

  it("is open to the depth that was asked for, and opens further level by level", async () => {
    const { place } = draw(json('{"a": {"b": [1, 2]}}', { max_expand_depth: 1 }));
    expect(place.textContent).toContain('{"a": {1 item}}');
    await page.getByRole("button", { name: /"a"/ }).click();
    expect(place.textContent).toContain('"b": [2 items]');
  });

  it("draws a long list in parts", async () => {
    const { place } = draw(json(JSON.stringify(Array.from({ length: 250 }, (_, place) => place))));
    expect(place.querySelectorAll(".ts-json-number")).toHaveLength(100);
    await page.getByRole("button", { name: "150 more" }).click();
    expect(place.querySelectorAll(".ts-json-number")).toHaveLength(200);
  });

  it("that is none is shown as it is, with what is wrong", () => {
    const { place } = draw(json("{bad"));
    expect(place.textContent).toContain("not valid JSON");
    expect(place.textContent).toContain("{bad");
  });
});

describe("a table", () => {
  const table = (props: Partial<Table>) =>
    element("table", {
      frame: frameOf({ step: ["**mix**", null], minutes: [5, 40.25] }),
      styles: null,
      border: "all",
      hide_index: true,
      hide_header: false,
      height: "content",
      alt: null,
      ...props,
    });

  it("has headers, markdown in its texts, and numbers at the right", async () => {
    const { place } = draw(table({}));
    await expect.element(page.getByRole("columnheader", { name: "step" })).toBeVisible();
    expect(place.querySelector("td strong")).toHaveTextContent("mix");
    const [, number] = place.querySelectorAll<HTMLElement>("tbody tr:last-child td");
    expect(number).toHaveTextContent("40.25");
    expect(number?.style.textAlign).toBe("right");
  });

  it("is styled by its Styler, with text that can be read on the colours", () => {
    const cells = new Uint8Array([1, 0, 0, 0, 0, 0, 0, 0]);
    const texts = { ...frameOf({ step: ["MIX", "-"], minutes: [null, "40 min"] }), index: [] };
    const styles = { css: ["background-color: #ffffff"], cells, texts };
    const { place } = draw(table({ styles }));
    const [first] = place.querySelectorAll<HTMLElement>("tbody td");
    expect(first?.style.backgroundColor).toBe("rgb(255, 255, 255)");
    expect(first?.style.color).not.toBe("");
    expect(place.textContent).toContain("MIX");
    expect(place.textContent).toContain("40 min");
  });

  it("without rows says so", () => {
    const { place } = draw(table({ frame: frameOf({ a: [] }) }));
    expect(place.textContent).toContain("empty");
  });
});

describe("a metric", () => {
  const metric = (props: Partial<Metric>) =>
    element("metric", {
      label: "Visitors",
      value: "1234",
      delta: "-13",
      color: "red",
      arrow: "down",
      delta_description: "since May",
      help: null,
      icon: null,
      label_visibility: "visible",
      border: true,
      height: "content",
      chart_data: [1, 3, 2],
      chart_type: "line",
      format: null,
      ...props,
    });

  it("says its figure, the change and what it is compared with", async () => {
    draw(metric({}));
    await expect.element(page.getByTestId("stMetricLabel")).toHaveTextContent("Visitors");
    await expect.element(page.getByTestId("stMetricValue")).toHaveTextContent("1234");
    await expect.element(page.getByTestId("stMetricDelta")).toHaveTextContent("down-13since May");
  });

  it("writes numbers in its format, and texts as they are", async () => {
    draw(metric({ format: "compact", value: "1234567", delta: "-13 %" }));
    await expect.element(page.getByTestId("stMetricValue")).toHaveTextContent("1.2M");
    await expect.element(page.getByTestId("stMetricDelta")).toHaveTextContent("down-13 %since May");
  });

  it.each(["line", "bar", "area"] as const)("draws the way there as a small %s", async (kind) => {
    draw(metric({ chart_type: kind }));
    const small = page.getByRole("img", { name: "Chart of 3 values from 1 to 3" });
    const bars = page.getByRole("img", { name: "Chart of 3 values from 0 to 3" });
    await expect.element(kind === "bar" ? bars : small).toBeVisible();
  });
});
