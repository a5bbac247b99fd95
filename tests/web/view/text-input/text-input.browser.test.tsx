import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { TextInput } from "../../../../web/src/protocol/elements.ts";
import { draw, element } from "../widget-rig.tsx";

const textInput = (props: Partial<TextInput> = {}) =>
  element("text_input", {
    label: "Name",
    ...props,
  });

const button = element("button", {
  label: "Go",
  shortcut: "ctrl+k",
});

const field = (name = "Name") => page.getByRole("textbox", { name });
const hint = () => page.getByTestId("InputInstructions");

describe("a text input", () => {
  it("counts when Enter is pressed, and says so while it is typed", async () => {
    const { runs } = draw(textInput());
    await field().click();
    await userEvent.keyboard("Ada");
    expect(runs).toEqual([]);
    await expect.element(hint()).toHaveTextContent("Press Enter to apply");
    await userEvent.keyboard("{Enter}");
    expect(runs.map((run) => run.values)).toEqual([{ Name: "Ada" }]);
    await expect.element(hint()).not.toBeInTheDocument();
  });

  it("counts when it is left, but not when nothing was changed", async () => {
    const { runs } = draw(textInput(), button);
    await field().click();
    await userEvent.keyboard("Ada{Tab}");
    expect(runs.map((run) => run.values)).toEqual([{ Name: "Ada" }]);
    await field().click();
    await userEvent.keyboard("{Tab}");
    expect(runs).toHaveLength(1);
  });

  it("keeps half-typed text, the caret and the focus when a rerun changes it", async () => {
    const { patch } = draw(textInput());
    await field().click();
    await userEvent.keyboard("Adda{ArrowLeft}{ArrowLeft}");
    patch("Name", { label: "Full name", help: "As in the passport", placeholder: "Ada" });
    await expect.element(field("Full name")).toHaveFocus();
    await userEvent.keyboard("{Backspace}");
    await expect.element(field("Full name")).toHaveValue("Ada");
  });

  it("gives way to a value that the script sets meanwhile", async () => {
    const { values } = draw(textInput());
    await field().click();
    await userEvent.keyboard("half");
    values.accept("Name", "whole");
    await expect.element(field()).toHaveValue("whole");
  });

  it("is taken in by a button's keys while it is half-typed", async () => {
    const { runs } = draw(textInput(), button);
    await field().click();
    await userEvent.keyboard("Ada{Control>}k{/Control}");
    expect(runs.at(-1)).toEqual({
      trigger: { widget: "Go", value: true },
      live: false,
      values: { Name: "Ada" },
    });
    await expect.element(field()).toHaveFocus();
  });

  it("that is live counts after a pause, without losing the focus", async () => {
    const { runs } = draw(textInput({ live_after_ms: 30 }));
    await field().click();
    await userEvent.keyboard("Ada");
    await expect.poll(() => runs.at(-1)?.values).toEqual({ Name: "Ada" });
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard("!");
    await expect.poll(() => runs.at(-1)?.values).toEqual({ Name: "Ada!" });
  });

  it("does not count while it breaks the author's rule, and says why", async () => {
    const { runs } = draw(
      textInput({ pattern: "^\\d+$", pattern_message: "Digits only.", required: true }),
    );
    await field().click();
    await userEvent.keyboard("12a{Enter}");
    expect(runs).toEqual([]);
    await expect.element(field()).toHaveAttribute("aria-invalid", "true");
    await expect.element(page.getByText("Digits only.")).toBeVisible();
    await userEvent.keyboard("{Backspace}");
    await expect.element(page.getByText("Digits only.")).not.toBeInTheDocument();
    await userEvent.keyboard("{Enter}");
    expect(runs.map((run) => run.values)).toEqual([{ Name: "12" }]);
    await field().fill("");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText("Fill in this field.")).toBeVisible();
    expect(runs).toHaveLength(1);
  });

  it("counts its characters where there is a limit", async () => {
    draw(textInput({ max_chars: 5 }));
    await field().click();
    await userEvent.keyboard("123456789");
    await expect.element(field()).toHaveValue("12345");
    await expect.element(hint()).toHaveTextContent("Press Enter to apply5/5");
  });

  it("for a password shows it on demand only", async () => {
    draw(textInput({ label: "Secret", type: "password", default: "abc" }));
    const secret = page.getByLabelText("Secret", { exact: true });
    await expect.element(secret).toHaveAttribute("type", "password");
    await page.getByRole("button", { name: "Show password text" }).click();
    await expect.element(secret).toHaveAttribute("type", "text");
  });

  it("for a search is emptied by its button, at once", async () => {
    const { runs } = draw(textInput({ type: "search", default: "cats" }));
    await page.getByRole("button", { name: "Clear search" }).click();
    expect(runs.map((run) => run.values)).toEqual([{ Name: "" }]);
  });

  it("does not disturb its neighbour", async () => {
    const { runs } = draw(textInput(), textInput({ label: "Town" }));
    await field().click();
    await userEvent.keyboard("Ada");
    await field("Town").click();
    await userEvent.keyboard("London{Enter}");
    expect(runs.at(-1)?.values).toEqual({ Name: "Ada", Town: "London" });
    await expect.element(field()).toHaveValue("Ada");
  });
});

describe("a text area", () => {
  const area = element("text_area", {
    label: "Story",
  });

  it("counts with Ctrl+Enter or when it is left; Enter begins a new line", async () => {
    const { runs } = draw(area, button);
    await field("Story").click();
    await userEvent.keyboard("Once{Enter}upon");
    await expect.element(hint()).toHaveTextContent("Press Ctrl+Enter to apply");
    expect(runs).toEqual([]);
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(runs.map((run) => run.values)).toEqual([{ Story: "Once\nupon" }]);
    await userEvent.keyboard("!{Tab}");
    expect(runs.at(-1)?.values).toEqual({ Story: "Once\nupon!" });
  });
});
