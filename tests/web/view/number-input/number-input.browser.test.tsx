import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { NumberInput } from "../../../../web/src/protocol/elements.ts";
import { draw, element } from "../widget-rig.tsx";

const numberInput = (props: Partial<NumberInput> = {}) =>
  element("number_input", {
    label: "Size",
    default: 3,
    min: 0,
    max: 10,
    ...props,
  });

const field = () => page.getByRole("spinbutton", { name: "Size" });

describe("a number input", () => {
  it("steps by arrow keys and buttons, at once and within its range", async () => {
    const { runs } = draw(numberInput());
    await field().click();
    await userEvent.keyboard("{ArrowUp}{ArrowUp}{ArrowDown}");
    expect(runs.map((run) => run.values.Size)).toEqual([4, 5, 4]);
    await page.getByRole("button", { name: "Decrease" }).click();
    expect(runs.at(-1)?.values.Size).toBe(3);
    await userEvent.keyboard("{PageUp}");
    await expect.element(page.getByRole("button", { name: "Increase" })).toBeDisabled();
  });

  it("counts when Enter is pressed or it is left, in the author's format", async () => {
    const { runs } = draw(
      numberInput({ data_type: "float", default: 0.5, step: 0.1, format: "%0.2f" }),
    );
    await expect.element(field()).toHaveValue("0.50");
    await field().fill("1.234");
    expect(runs).toEqual([]);
    await userEvent.keyboard("{Enter}");
    expect(runs.map((run) => run.values.Size)).toEqual([1.234]);
    await expect.element(field()).toHaveValue("1.23");
    await userEvent.keyboard("{Tab}");
    expect(runs).toHaveLength(1);
    await field().fill("0.1");
    await userEvent.keyboard("{ArrowUp}{ArrowUp}");
    expect(runs.map((run) => run.values.Size)).toEqual([1.234, 0.2, 0.3]);
  });

  it("does not count a number out of its range, and says what would", async () => {
    const { runs } = draw(numberInput());
    await field().fill("20");
    await userEvent.keyboard("{Enter}");
    await expect.element(field()).toHaveAttribute("aria-invalid", "true");
    await expect.element(page.getByText("Enter a number from 0 to 10.")).toBeVisible();
    await expect.element(field()).toHaveValue("20");
    await field().fill("8");
    await expect.element(field()).not.toHaveAttribute("aria-invalid");
    expect(runs).toEqual([]);
    await userEvent.keyboard("{Enter}");
    expect(runs.map((run) => run.values.Size)).toEqual([8]);
  });

  it("that was empty at first is emptied by Escape", async () => {
    const { runs } = draw(numberInput({ default: null }));
    await field().fill("7");
    await userEvent.keyboard("{Enter}{Escape}");
    expect(runs.map((run) => run.values.Size)).toEqual([7, null]);
    await expect.element(field()).toHaveValue("");
  });

  it("that was not goes back to what it started with", async () => {
    const { runs } = draw(numberInput());
    await field().fill("7");
    await userEvent.keyboard("{Enter}");
    await field().fill("");
    await userEvent.keyboard("{Enter}");
    expect(runs.map((run) => run.values.Size)).toEqual([7, 3]);
  });

  it("keeps half-typed digits when a rerun changes it", async () => {
    const { patch } = draw(numberInput());
    await field().fill("8");
    patch("Size", { help: "How large", max: 9 });
    await expect.element(field()).toHaveValue("8");
    await expect.element(field()).toHaveFocus();
  });

  it("steps on while its button is held", async () => {
    const { runs } = draw(numberInput());
    const increase = page.getByRole("button", { name: "Increase" }).element();
    const send = (type: string) =>
      increase.dispatchEvent(
        new PointerEvent(type, { bubbles: true, pointerId: 1, pointerType: "mouse", button: 0 }),
      );
    send("pointerdown");
    await expect.poll(() => runs.length).toBeGreaterThan(3);
    send("pointerup");
  });
});
