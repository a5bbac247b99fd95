import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Multiselect } from "../../../../web/src/protocol/elements.ts";
import { option, options } from "../list.ts";
import { draw, element } from "../widget-rig.tsx";

const FRUIT = ["apple", "banana", "cherry", "date"];

const multiselect = (props: Partial<Multiselect> = {}) =>
  element("multiselect", {
    label: "Fruit",
    options: FRUIT,
    ...props,
  });

const field = () => page.getByRole("combobox", { name: "Fruit" });
/** What is chosen. Roles do not find it while the list is open: all but the list is hidden then. */
const chips = () => [...document.querySelectorAll(".ts-chip")].map((chip) => chip.textContent);

describe("a multiselect", () => {
  it("takes one after the other while its list stays open", async () => {
    const { runs } = draw(multiselect());
    await field().click();
    await option("banana").click();
    await expect.poll(options).toEqual(["Select all", "apple", "cherry", "date"]);
    await option("apple").click();
    expect(runs.map((run) => run.values.Fruit)).toEqual([["banana"], ["banana", "apple"]]);
    await expect.poll(chips).toEqual(["banana", "apple"]);
  });

  it("takes the best of what typing finds, and is ready for the next word", async () => {
    const { runs } = draw(multiselect());
    (field().element() as HTMLElement).focus();
    await userEvent.keyboard("che{Enter}");
    await expect.element(field()).toHaveValue("");
    await userEvent.keyboard("da{Enter}");
    await expect.poll(chips).toEqual(["cherry", "date"]);
    expect(runs.at(-1)?.values.Fruit).toEqual(["cherry", "date"]);
    await expect.element(field()).toHaveFocus();
  });

  it("gives back the last one by Backspace, any one by its button, and all at once", async () => {
    const { runs } = draw(multiselect({ default: ["apple", "banana", "cherry"] }));
    (field().element() as HTMLElement).focus();
    await userEvent.keyboard("{Backspace}");
    expect(runs.at(-1)?.values.Fruit).toEqual(["apple", "banana"]);
    await page.getByRole("button", { name: "Remove apple" }).click();
    expect(runs.at(-1)?.values.Fruit).toEqual(["banana"]);
    await page.getByRole("button", { name: "Clear all" }).click();
    expect(runs.at(-1)?.values.Fruit).toEqual([]);
  });

  it("lets the keyboard walk along what is chosen and remove it", async () => {
    const { runs } = draw(multiselect({ default: ["apple", "banana", "cherry"] }));
    (field().element() as HTMLElement).focus();
    await userEvent.keyboard("{Shift>}{Tab}{/Shift}{ArrowRight}{Delete}");
    expect(runs.at(-1)?.values.Fruit).toHaveLength(2);
  });

  it("takes all that is found", async () => {
    const { runs } = draw(multiselect({ default: ["banana"] }));
    await field().click();
    await option("Select all").click();
    expect(runs.at(-1)?.values.Fruit).toEqual(["banana", "apple", "cherry", "date"]);
  });

  it("takes no more than its author allows, and says so", async () => {
    const { runs } = draw(multiselect({ max_selections: 1 }));
    await field().click();
    await option("banana").click();
    await expect
      .element(page.getByText("No more than 1 option: remove one to choose another."))
      .toBeVisible();
    expect(options()).toEqual([]);
    expect(runs).toHaveLength(1);
  });

  it("takes new options where it may, none of them twice", async () => {
    const { runs } = draw(multiselect({ accept_new_options: true }));
    (field().element() as HTMLElement).focus();
    await userEvent.keyboard("kiwi{Enter}kiwi");
    await expect.element(page.getByText("No results")).toBeVisible();
    await userEvent.keyboard("{Enter}");
    expect(runs.map((run) => run.values.Fruit)).toEqual([["kiwi"]]);
  });

  it("stays open, with what was typed, when a rerun changes it", async () => {
    const { patch } = draw(multiselect());
    (field().element() as HTMLElement).focus();
    await userEvent.keyboard("an");
    await expect.element(option("banana")).toBeVisible();
    patch("Fruit", { help: "Which ones", options: [...FRUIT, "mango"] });
    await expect.element(option("mango")).toBeVisible();
    await expect.element(field()).toHaveValue("an");
    await expect.element(field()).toHaveFocus();
  });

  describe("in a narrow column", () => {
    const narrow = (props: Partial<Multiselect>) => {
      const drawn = draw(multiselect(props));
      drawn.place.style.inlineSize = "200px";
      return drawn;
    };
    const rectOf = (found: Element | null | undefined) =>
      (found as Element).getBoundingClientRect();
    const input = () => rectOf(field().element());
    const chipRects = () => [...document.querySelectorAll(".ts-chip")].map(rectOf);

    it.each([
      ["one", ["apple"]],
      ["two lines of", ["apple", "banana", "cherry"]],
      ["one that is too long, among", ["an apple that is far too long for its line", "date"]],
      ["one that is too long, behind", ["date", "an apple that is far too long for its line"]],
    ])("%s chosen leave no empty line behind them", (_, chosen) => {
      const { place } = narrow({ default: chosen });
      const last = chipRects().at(-1);
      const box = rectOf(place.querySelector(".ts-combo"));
      expect(input().top).toBeLessThan(last?.bottom ?? 0);
      expect(box.bottom - (last?.bottom ?? 0)).toBeLessThan(12);
      for (const chip of chipRects()) expect(chip.right).toBeLessThanOrEqual(box.right);
    });

    it("gives the field the rest of the line, and a line to what is typed", async () => {
      narrow({ default: ["apple", "banana"] });
      const [first, last] = chipRects();
      expect(last?.top).toBeGreaterThan(first?.bottom ?? 0);
      expect(input().width).toBeGreaterThan(20);
      (field().element() as HTMLElement).focus();
      await userEvent.keyboard("c");
      await expect.poll(() => input().width).toBeGreaterThan(40);
    });

    it("scrolls a single line of chips sideways beside the field", () => {
      narrow({ default: ["apple", "banana", "cherry"], wrap: false });
      const tops = new Set(chipRects().map(({ top }) => top));
      expect(tops.size).toBe(1);
      expect(input().top).toBeLessThan(chipRects()[0]?.bottom ?? 0);
    });
  });
});
