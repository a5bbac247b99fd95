import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { draw, element } from "./widget-rig.tsx";

const picker = element("color_picker", { label: "Ink", default: "#ff0000", width: "content" });

const open = () => page.getByTestId("stColorPickerBlock").click();
const number = () => page.getByRole("textbox", { name: "Hex" });

describe("a colour picker", () => {
  it("shows its colour, and takes one by its number", async () => {
    const { runs } = draw(picker);
    await expect.element(page.getByRole("button", { name: "Ink: #ff0000" })).toBeVisible();
    await open();
    await number().fill("#0B6A8C");
    await userEvent.keyboard("{Enter}");
    expect(runs.map((run) => [run.live, run.values.Ink])).toEqual([[false, "#0b6a8c"]]);
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("button", { name: "Ink: #0b6a8c" })).toHaveFocus();
  });

  it("is stepped by the keyboard, each press a final change", async () => {
    const { runs } = draw(picker);
    await open();
    const hue = page.getByRole("slider", { name: "Hue" });
    await expect.element(hue).toBeInTheDocument();
    (hue.element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    expect(runs.map((run) => run.live)).toEqual([false, false]);
    expect(new Set(runs.map((run) => run.values.Ink)).size).toBe(2);
  });

  it("reads the short form of a colour", async () => {
    draw(element("color_picker", { ...picker.props, default: "#abc" }));
    await open();
    await expect.element(number()).toHaveValue("#AABBCC");
  });
});
