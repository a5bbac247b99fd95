import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { DataFrame } from "../../../../web/src/protocol/elements.ts";
import { frameOf } from "../frames.ts";
import { draw, element } from "../widget-rig.tsx";

const CITIES = frameOf({ city: ["Rome", "Oslo", "Paris"], people: [2.8, 0.7, 2.1] });

const grid = (props: Partial<DataFrame> = {}) =>
  element("data_frame", {
    label: "Grid",
    frame: CITIES,
    styles: null,
    column_config: "{}",
    column_order: null,
    hide_index: true,
    width: "stretch",
    height: "auto",
    row_height: null,
    placeholder: null,
    selection_modes: [],
    selected: '{"selection":{"rows":[],"columns":[],"cells":[]}}',
    alt: null,
    ...props,
  });

/** The text of a cell, as the grid tells it to a screen reader. */
const cell = (column: number, row: number) =>
  document.querySelector(`[data-testid="glide-cell-${column}-${row}"]`)?.textContent;
const column = (place: number) => [0, 1, 2].map((row) => cell(place, row));

/** Where things are: headers and rows are 36 px high. */
async function click(x: number, y: number): Promise<void> {
  await expect.poll(() => document.querySelector('[data-testid^="glide-cell-"]')).not.toBeNull();
  const canvas = page.elementLocator(document.querySelector("canvas") as HTMLCanvasElement);
  await canvas.click({ position: { x, y }, force: true });
}

const header = () => click(40, 18);
const tool = (name: string) => page.getByRole("button", { name });

describe("a grid", () => {
  it("is a table to a screen reader", async () => {
    draw(grid({ alt: "Cities by size" }));
    await expect.poll(() => column(0)).toEqual(["Rome", "Oslo", "Paris"]);
    expect(column(1)).toEqual(["2.8", "0.7", "2.1"]);
    await expect.element(page.getByRole("group", { name: "Cities by size" })).toBeVisible();
  });

  it("is sorted by clicks on a header: upwards, downwards, and as it was", async () => {
    draw(grid());
    await header();
    await expect.poll(() => column(0)).toEqual(["Oslo", "Paris", "Rome"]);
    await expect.element(page.getByText("Sorted by city, ascending")).toBeInTheDocument();
    await header();
    await expect.poll(() => column(0)).toEqual(["Rome", "Paris", "Oslo"]);
    await header();
    await expect.poll(() => column(0)).toEqual(["Rome", "Oslo", "Paris"]);
  });

  it("is sorted by keyboard, by the column of the cell that has the focus", async () => {
    draw(grid());
    await click(40, 54);
    await userEvent.keyboard("{ArrowRight}{Alt>}{ArrowUp}{/Alt}");
    await expect.poll(() => column(1)).toEqual(["0.7", "2.1", "2.8"]);
  });

  it("stays sorted when its data changes", async () => {
    const { patch } = draw(grid());
    await header();
    await expect.poll(() => cell(0, 0)).toBe("Oslo");
    patch("Grid", { frame: frameOf({ city: ["Zug", "Bonn", "Lyon"], people: [1, 2, 3] }) });
    await expect.poll(() => column(0)).toEqual(["Bonn", "Lyon", "Zug"]);
  });

  it("is searched after Ctrl+F", async () => {
    draw(grid());
    await click(40, 54);
    await userEvent.keyboard("{Control>}f{/Control}");
    const field = document.querySelector<HTMLInputElement>('[data-testid="search-input"]');
    await expect.poll(() => document.activeElement === field).toBe(true);
    await userEvent.keyboard("oslo");
    await expect.element(page.getByText("1 result")).toBeVisible();
  });

  it("is saved as it is shown", async () => {
    const { saved } = draw(grid());
    await header();
    await expect.poll(() => cell(0, 0)).toBe("Oslo");
    await userEvent.hover(page.getByTestId("stDataFrame"));
    await tool("Download as CSV").click();
    expect(saved).toEqual([
      {
        name: "data.csv",
        mime: "text/csv",
        text: "city,people\r\nOslo,0.7\r\nParis,2.1\r\nRome,2.8\r\n",
      },
    ]);
  });

  it("fills the page and leaves it by Escape, with what was done to it", async () => {
    const { place } = draw(grid());
    await header();
    await expect.poll(() => cell(0, 0)).toBe("Oslo");
    await userEvent.hover(page.getByTestId("stDataFrame"));
    await tool("Full page").click();
    const frame = place.querySelector<HTMLElement>(".stFullScreenFrame");
    await expect.poll(() => frame?.getBoundingClientRect().width).toBe(window.innerWidth);
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => frame?.dataset.fullscreen).toBeUndefined();
    await expect.poll(() => column(0)).toEqual(["Oslo", "Paris", "Rome"]);
  });

  it("is copied cell by cell, as a spreadsheet takes it", async () => {
    const { place } = draw(grid());
    await click(40, 54);
    await userEvent.keyboard("{Shift>}{ArrowDown}{ArrowRight}{/Shift}{Control>}c{/Control}");
    const sheet = document.createElement("textarea");
    place.append(sheet);
    sheet.focus();
    await userEvent.keyboard("{Control>}v{/Control}");
    await expect.poll(() => sheet.value).toBe("Rome\t2.8\nOslo\t0.7");
  });

  it("has columns whose edges can be dragged, and whose width outlives new data", async () => {
    const { patch } = draw(grid({ frame: frameOf({ city: ["Rome"] }), width: "content" }));
    await expect.poll(() => cell(0, 0)).toBe("Rome");
    const canvas = page.elementLocator(document.querySelector("canvas") as HTMLCanvasElement);
    const width = () => canvas.element().clientWidth;
    // The edge is elsewhere until the grid has found its width: who misses it drags once more.
    const drag = async () => {
      const before = width();
      await userEvent.dragAndDrop(canvas, document.body, {
        sourcePosition: { x: before - 3, y: 18 },
        targetPosition: { x: before + 77, y: 18 },
        force: true,
      });
      await expect.poll(width).toBeGreaterThan(before + 60);
    };
    await vi.waitFor(drag, { interval: 200, timeout: 10_000 });
    const after = width();
    patch("Grid", { frame: frameOf({ city: ["Oslo"] }) });
    await expect.poll(() => cell(0, 0)).toBe("Oslo");
    expect(width()).toBe(after);
  });

  it("tells the script which rows are selected, by their places in the data", async () => {
    const { runs } = draw(grid({ selection_modes: ["multi-row"] }));
    await click(80, 18); // sorted by city: Oslo, Paris, Rome
    await expect.poll(() => cell(1, 0)).toBe("Oslo");
    await click(20, 54);
    await click(20, 126);
    const selections = runs.map(({ values }) => values.Grid);
    expect(selections).toEqual([
      { selection: { rows: [1], columns: [], cells: [] } },
      { selection: { rows: [0, 1], columns: [], cells: [] } },
    ]);
  });

  it("keeps one row selected where one is required", async () => {
    const selected = '{"selection":{"rows":[1],"columns":[],"cells":[]}}';
    const { runs } = draw(grid({ selection_modes: ["single-row-required"], selected }));
    await click(20, 90);
    await click(20, 54);
    expect(runs.map(({ values }) => values.Grid)).toEqual([
      { selection: { rows: [0], columns: [], cells: [] } },
    ]);
  });

  it("tells the script which cells are selected when the person has finished", async () => {
    const { runs } = draw(grid({ selection_modes: ["multi-cell"] }));
    await click(40, 54);
    await userEvent.keyboard("{Shift>}{ArrowDown}{/Shift}");
    await expect
      .poll(() => runs.at(-1)?.values.Grid)
      .toEqual({
        selection: {
          rows: [],
          columns: [],
          cells: [
            [0, "city"],
            [1, "city"],
          ],
        },
      });
  });

  it("shows all of a long text when its cell is opened", async () => {
    const text = "word ".repeat(100);
    draw(grid({ frame: frameOf({ text: [text, "b", "c"] }) }));
    await click(40, 54);
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("dialog")).toHaveTextContent(text.trim());
  });
});
