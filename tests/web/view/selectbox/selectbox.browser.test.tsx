import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Selectbox } from "../../../../web/src/protocol/elements.ts";
import { option, options } from "../list.ts";
import { draw, element } from "../widget-rig.tsx";

const CITIES = ["Amsterdam", "Berlin", "Bern", "Copenhagen", "Dublin"];

const selectbox = (props: Partial<Selectbox> = {}) =>
  element("selectbox", {
    label: "City",
    options: CITIES,
    default: "Berlin",
    ...props,
  });

const field = () => page.getByRole("combobox", { name: "City" });

describe("a selectbox", () => {
  it("opens by a click with all its options, the chosen one marked, and takes one at once", async () => {
    const { runs } = draw(selectbox());
    await expect.element(field()).toHaveValue("Berlin");
    await field().click();
    await expect.element(option("Berlin")).toHaveAttribute("aria-selected", "true");
    expect(options()).toEqual(CITIES);
    await option("Dublin").click();
    expect(runs.map((run) => run.values)).toEqual([{ City: "Dublin" }]);
    await expect.element(option("Dublin")).not.toBeInTheDocument();
    await expect.element(field()).toHaveValue("Dublin");
  });

  it("is worked by the keyboard: open, move, choose, close", async () => {
    const { runs } = draw(selectbox());
    (field().element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(option("Berlin")).toHaveAttribute("data-focused", "true");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(runs.map((run) => run.values)).toEqual([{ City: "Bern" }]);
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(option("Bern")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(option("Bern")).not.toBeInTheDocument();
    await expect.element(field()).toHaveFocus();
    expect(runs).toHaveLength(1);
  });

  it("narrows as one types, and Enter takes the best", async () => {
    const { runs } = draw(selectbox());
    (field().element() as HTMLElement).focus();
    await userEvent.keyboard("cph");
    await expect.element(option("Copenhagen")).toHaveAttribute("data-focused", "true");
    expect(options()).toEqual(["Copenhagen"]);
    await userEvent.keyboard("{Enter}");
    expect(runs.map((run) => run.values)).toEqual([{ City: "Copenhagen" }]);
    await expect.element(field()).toHaveValue("Copenhagen");
  });

  it("forgets what was typed when it is left", async () => {
    const { runs } = draw(selectbox(), selectbox({ label: "Other" }));
    (field().element() as HTMLElement).focus();
    await userEvent.keyboard("xyz");
    await expect.element(page.getByText("No results")).toBeVisible();
    await userEvent.keyboard("{Tab}");
    await expect.element(field()).toHaveValue("Berlin");
    expect(runs).toEqual([]);
  });

  it("stays open, with what was typed, when a rerun changes it", async () => {
    const { patch } = draw(selectbox());
    (field().element() as HTMLElement).focus();
    await userEvent.keyboard("ber");
    await expect.element(option("Bern")).toBeVisible();
    patch("City", { help: "Where to", options: [...CITIES, "Aberdeen"] });
    await expect.element(option("Aberdeen")).toBeVisible();
    expect(options()).toEqual(["Bern", "Berlin", "Aberdeen"]);
    await expect.element(field()).toHaveValue("ber");
    await expect.element(field()).toHaveFocus();
  });

  it("stays closed when the script sets another value", async () => {
    const { values } = draw(selectbox());
    (field().element() as HTMLElement).focus();
    values.accept("City", "Dublin");
    await expect.element(field()).toHaveValue("Dublin");
    await expect.element(option("Dublin")).not.toBeInTheDocument();
  });

  it("that was empty at first is emptied by Escape and by its button", async () => {
    const { runs } = draw(selectbox({ default: null, is_clearable: true }));
    await expect.element(field()).toHaveAttribute("placeholder", "Choose an option");
    (field().element() as HTMLElement).focus();
    await userEvent.keyboard("dub{Enter}{Escape}");
    expect(runs.map((run) => run.values.City)).toEqual(["Dublin", null]);
    await userEvent.keyboard("dub{Enter}");
    await page.getByRole("button", { name: "Clear value" }).click();
    expect(runs.at(-1)?.values.City).toBeNull();
    await expect.element(option("Dublin")).not.toBeInTheDocument();
  });

  it("takes a new option where it may, but an option that is there wins", async () => {
    const { runs } = draw(selectbox({ accept_new_options: true }));
    (field().element() as HTMLElement).focus();
    await userEvent.keyboard("Atlantis{Enter}");
    await expect.element(field()).toHaveValue("Atlantis");
    await field().fill("dublin");
    await userEvent.keyboard("{Enter}");
    expect(runs.map((run) => run.values.City)).toEqual(["Atlantis", "Dublin"]);
  });

  it("whose options look the same sends their names", async () => {
    const { runs } = draw(
      selectbox({ options: ["x", "x"], names: ["x:0", "x:1"], default: "x:0" }),
    );
    await field().click();
    await page.getByRole("option").nth(1).click();
    expect(runs.map((run) => run.values.City)).toEqual(["x:1"]);
  });

  it("that typing does not narrow jumps to what begins with the letters", async () => {
    const { runs } = draw(selectbox({ filter_mode: null }));
    (field().element() as HTMLElement).focus();
    await userEvent.keyboard("d");
    expect(runs.map((run) => run.values.City)).toEqual(["Dublin"]);
    await userEvent.keyboard("{Enter}");
    await expect.element(option("Dublin")).toHaveAttribute("data-focused", "true");
    await userEvent.keyboard("co");
    await expect.element(option("Copenhagen")).toHaveAttribute("data-focused", "true");
    await userEvent.keyboard("{Enter}");
    expect(runs.map((run) => run.values.City)).toEqual(["Dublin", "Copenhagen"]);
  });

  it("with ten thousand options opens and narrows in a moment, and draws only what is in sight", async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `Option ${index}`);
    const { runs } = draw(selectbox({ options: many, default: "Option 7777" }));
    const started = performance.now();
    await field().click();
    await expect.element(option("Option 7777")).toBeVisible();
    await userEvent.keyboard("9999");
    await expect.element(option("Option 9999")).toBeVisible();
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(page.getByRole("option").elements().length).toBeLessThan(30);
    await userEvent.keyboard("{Enter}");
    expect(runs.map((run) => run.values.City)).toEqual(["Option 9999"]);
  });

  it("that is disabled does not open", async () => {
    draw(selectbox({ disabled: true }));
    await expect.element(field()).toBeDisabled();
    await field().click({ force: true });
    await expect.element(option("Berlin")).not.toBeInTheDocument();
  });
});
