import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { ChartRoles, VegaLiteChart } from "../../../../web/src/protocol/elements.ts";
import { frameOf } from "../frames.ts";
import { draw, element } from "../widget-rig.tsx";

const ROLES: ChartRoles = {
  x: null,
  y: ["a", "b"],
  color: null,
  size: null,
  sort: null,
  is_line: true,
  is_stacked: false,
};

const LINES = {
  data: { name: "rows" },
  mark: { type: "line" },
  encoding: {
    x: { field: "x", type: "quantitative", title: "" },
    y: { field: "y", type: "quantitative", title: "" },
    color: { field: "color", type: "nominal", title: "" },
  },
};

const POINTS = {
  data: { name: "data" },
  mark: { type: "point", size: 2000, filled: true },
  encoding: { x: { field: "a", type: "quantitative" }, tooltip: [{ field: "a" }] },
  params: [{ name: "pick", select: { type: "point", fields: ["a"] } }],
};

const chart = (props: Partial<VegaLiteChart>) =>
  element("vega_lite_chart", {
    label: "Chart",
    spec: JSON.stringify(LINES),
    data: [{ name: "rows", frame: frameOf({ a: [1, 2, 3], b: [3, 2, 1] }), roles: ROLES }],
    theme: "streamlit",
    selections: [],
    width: "stretch",
    height: "content",
    alt: null,
    ...props,
  });

const points = (props: Partial<VegaLiteChart> = {}) =>
  chart({
    spec: JSON.stringify(POINTS),
    data: [{ name: "data", frame: frameOf({ a: [0, 10] }), roles: null }],
    ...props,
  });

const canvas = () => document.querySelector<HTMLCanvasElement>(".ts-vega-holder canvas");
const drawn = () => expect.poll(canvas, { timeout: 20_000 }).toBeTruthy();

/** Move the pointer over the chart, to a share of its width and height. */
async function point(x: number, y: number): Promise<void> {
  const element = canvas() as HTMLCanvasElement;
  const position = { x: element.clientWidth * x, y: element.clientHeight * y };
  await userEvent.hover(page.elementLocator(element), { position, force: true });
}

describe("a chart", () => {
  it("takes new data without being built again, and another specification by being so", async () => {
    const { patch } = draw(chart({ alt: "Two lines" }));
    await drawn();
    await expect.element(page.getByRole("img", { name: "Two lines" })).toBeVisible();
    const first = canvas();
    const data = [{ name: "rows", frame: frameOf({ a: [9, 8, 7], b: [1, 2, 3] }), roles: ROLES }];
    patch("Chart", { data });
    await point(0.5, 0.5);
    await expect.element(page.getByText("8", { exact: true })).toBeVisible();
    expect(canvas()).toBe(first);
    patch("Chart", { spec: JSON.stringify({ ...LINES, mark: "area" }) });
    await expect.poll(() => canvas() !== first && canvas() !== null).toBe(true);
  });

  it("shows the values of all its lines where the pointer is", async () => {
    const { place } = draw(chart({}));
    await drawn();
    await point(0.95, 0.4);
    await expect
      .poll(() =>
        [...place.querySelectorAll(".ts-chart-tip dl > div")].map((row) => row.textContent),
      )
      .toEqual(["a3", "b1"]);
    expect(place.querySelectorAll(".ts-chart-dot")).toHaveLength(2);
  });

  it("is as wide as its place, also when that changes", async () => {
    const { place } = draw(chart({}));
    await drawn();
    place.style.width = "400px";
    await expect.poll(() => canvas()?.clientWidth).toBeLessThanOrEqual(400);
    expect(canvas()?.clientWidth).toBeGreaterThan(300);
  });

  it("fills the page and leaves it by Escape, and is the same chart all the time", async () => {
    const { place } = draw(chart({}));
    await drawn();
    const first = canvas();
    const before = first?.clientHeight ?? 0;
    await userEvent.hover(page.getByTestId("stVegaLiteChart"));
    await page.getByRole("button", { name: "Full page" }).click();
    const frame = place.querySelector<HTMLElement>(".stFullScreenFrame");
    await expect.poll(() => frame?.getBoundingClientRect().height).toBe(window.innerHeight);
    await expect.poll(() => canvas()?.clientHeight).toBeGreaterThan(window.innerHeight / 2);
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => canvas()?.clientHeight).toBe(before);
    expect(canvas()).toBe(first);
  });

  it("is zoomed by the wheel, keeps that in full page, and is whole again by a double click", async () => {
    const values = Array.from({ length: 101 }, (_, place) => place);
    const data = [{ name: "rows", frame: frameOf({ a: values, b: values }), roles: ROLES }];
    const params = [{ name: "zoom", select: "interval", bind: "scales" }];
    const { place } = draw(chart({ spec: JSON.stringify({ ...LINES, params }), data }));
    await drawn();
    /** What the first line shows near the right end of the axis. */
    const atTheEnd = async () => {
      await point(0.5, 0.5);
      await point(0.95, 0.5);
      return Number(place.querySelector(".ts-chart-tip dl > div")?.textContent?.slice(1));
    };
    await expect.poll(atTheEnd).toBeGreaterThan(90);
    await point(0.5, 0.5);
    await userEvent.wheel(page.elementLocator(canvas() as HTMLElement), { delta: { y: -500 } });
    await expect.poll(atTheEnd).toBeLessThan(85);
    await page.getByRole("button", { name: "Full page" }).click();
    await expect.poll(() => canvas()?.clientHeight).toBeGreaterThan(window.innerHeight / 2);
    await expect.poll(atTheEnd).toBeLessThan(85);
    await userEvent.keyboard("{Escape}");
    await userEvent.dblClick(page.elementLocator(canvas() as HTMLElement), { force: true });
    await expect.poll(atTheEnd).toBeGreaterThan(90);
  });

  it("is saved as a picture and as a drawing", async () => {
    const { saved } = draw(chart({}));
    await drawn();
    await userEvent.hover(page.getByTestId("stVegaLiteChart"));
    await page.getByRole("button", { name: "Save as PNG" }).click();
    await page.getByRole("button", { name: "Save as SVG" }).click();
    await expect
      .poll(() => saved.map(({ name, mime }) => [name, mime]))
      .toEqual([
        ["chart.png", "image/png"],
        ["chart.svg", "image/svg+xml"],
      ]);
    expect(saved[1]?.text).toMatch(/^<svg/);
  });

  it("that nobody can draw says why", async () => {
    draw(chart({ spec: '{"mark": "bar", "encoding": 5, "transform": {}}' }));
    await expect.element(page.getByText(/cannot be drawn/), { timeout: 20_000 }).toBeVisible();
  });

  it("shows an author's tooltip", async () => {
    const { place } = draw(points());
    await drawn();
    await point(0.97, 0.2);
    await expect.poll(() => place.querySelector(".ts-chart-tip")?.textContent).toBe("a10");
  });

  it("tells the script what was selected in it", async () => {
    const { runs } = draw(points({ selections: ["pick"] }));
    await drawn();
    const element = canvas() as HTMLCanvasElement;
    const position = { x: element.clientWidth * 0.97, y: element.clientHeight * 0.2 };
    await userEvent.click(page.elementLocator(element), { position, force: true });
    await expect
      .poll(() => runs.at(-1)?.values.Chart)
      .toEqual({ selection: { pick: [{ a: 10 }] } });
  });
});
