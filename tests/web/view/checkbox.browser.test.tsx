import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { draw, element } from "./widget-rig.tsx";

const focus = (role: "checkbox" | "switch" | "radio") =>
  (page.getByRole(role).first().element() as HTMLElement).focus();

describe.each([
  ["checkbox", false],
  ["switch", true],
] as const)("a %s", (role, isToggle) => {
  const check = element("checkbox", {
    label: "I **agree**",
    default: false,
    is_toggle: isToggle,
    wrap: null,
  });

  it("is turned on and off by a click on its label and by Space, at once", async () => {
    const { runs } = draw(check);
    await page.getByText("agree").click();
    await userEvent.keyboard(" ");
    expect(runs.map((run) => Object.values(run.values))).toEqual([[true], [false]]);
    await expect.element(page.getByRole(role, { name: "I agree" })).not.toBeChecked();
  });

  it("keeps the focus when a rerun changes it", async () => {
    const { patch } = draw(check);
    focus(role);
    patch("I **agree**", { help: "To all of it" });
    await expect.element(page.getByRole(role)).toHaveFocus();
    await expect.element(page.getByRole("button", { name: "Help for I agree" })).toBeVisible();
  });
});

describe("a radio", () => {
  const radio = element("radio", {
    label: "Pick",
    options: ["*One*", "Two", "Three"],
    names: ["1", "2", "3"],
    captions: ["the first"],
    default: "2",
    horizontal: false,
  });
  const option = (name: RegExp) => page.getByRole("radio", { name });

  it("is worked by arrow keys, each press a choice", async () => {
    const { runs } = draw(radio);
    await expect.element(option(/Two/)).toBeChecked();
    (option(/Two/).element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    expect(runs.map((run) => run.values.Pick)).toEqual(["3", "1"]);
    await expect.element(option(/One the first/)).toBeChecked();
  });

  it("without a choice at first has none", async () => {
    const { runs } = draw(element("radio", { ...radio.props, default: null }));
    for (const each of page.getByRole("radio").elements()) expect(each).not.toBeChecked();
    await page.getByText("Three").click();
    expect(runs.map((run) => run.values.Pick)).toEqual(["3"]);
  });
});

describe("a select slider", () => {
  it("steps from option to option and says which", async () => {
    const { runs } = draw(
      element("select_slider", {
        label: "Mood",
        options: ["sad", "fine", "glad"],
        names: [],
        default: ["sad", "fine"],
      }),
    );
    const upper = page.getByRole("slider").nth(1);
    (upper.element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(runs.map((run) => run.values.Mood)).toEqual([["sad", "glad"]]);
    await expect.element(upper).toHaveAttribute("aria-valuetext", "glad");
  });
});
