import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Button, Form, TextInput } from "../../../web/src/protocol/elements.ts";
import { type DrawnElement, draw, element } from "./widget-rig.tsx";

const form = (props: Partial<Form>, ...children: DrawnElement[]) =>
  element(
    "form",
    {
      id: "f",
      clear_on_submit: false,
      enter_to_submit: true,
      border: true,
      width: "stretch",
      height: "content",
      ...props,
    },
    ...children,
  );

const name = (props: Partial<TextInput> = {}) =>
  element("text_input", {
    label: "Name",
    form: "f",
    ...props,
  });

const size = element("slider", {
  label: "Size",
  form: "f",
  min: 0,
  max: 10,
  default: [3],
});

const story = element("text_area", {
  label: "Story",
  form: "f",
});

const amount = element("number_input", {
  label: "Amount",
  form: "f",
  default: 1,
});

const send = (props: Partial<Button> = {}) =>
  element("button", {
    label: "Send",
    form: "f",
    submits: true,
    ...props,
  });

const field = (label: string) => page.getByRole("textbox", { name: label });
const press = (label: string) => page.getByRole("button", { name: label }).click();
const missing = () => page.getByText("Missing Submit Button");

describe("a form", () => {
  it("sends all its changes when it is submitted, and none before", async () => {
    const { runs } = draw(form({}, name(), size, send()));
    await field("Name").fill("Ada");
    (page.getByRole("slider").element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(page.getByRole("slider")).toHaveValue("4");
    expect(runs).toEqual([]);
    await press("Send");
    expect(runs).toEqual([
      {
        trigger: { widget: "Send", value: true },
        live: false,
        values: { Name: "Ada", Size: [4] },
      },
    ]);
  });

  it("is submitted by Enter in a text or number input, and says so", async () => {
    const { runs } = draw(form({}, name(), amount, send()));
    await field("Name").click();
    await userEvent.keyboard("Ada");
    await expect
      .element(page.getByTestId("InputInstructions"))
      .toHaveTextContent("Press Enter to submit form");
    await userEvent.keyboard("{Enter}");
    expect(runs.at(-1)?.values).toEqual({ Name: "Ada" });
    await page.getByRole("spinbutton").fill("8");
    await userEvent.keyboard("{Enter}");
    expect(runs.at(-1)?.values).toEqual({ Name: "Ada", Amount: 8 });
    expect(runs).toHaveLength(2);
  });

  it("is submitted by Ctrl+Enter in a text area, where Enter begins a line", async () => {
    const { runs } = draw(form({}, story, send()));
    await field("Story").click();
    await userEvent.keyboard("a{Enter}b{Control>}{Enter}{/Control}");
    expect(runs.map((run) => run.values)).toEqual([{ Story: "a\nb" }]);
  });

  it("is not submitted by Enter where its author does not want it, or its first button is disabled", async () => {
    const { runs, patch } = draw(form({ enter_to_submit: false }, name(), send()));
    await field("Name").fill("Ada");
    await userEvent.keyboard("{Enter}");
    expect(runs).toEqual([]);
    patch("form", { enter_to_submit: true });
    patch("Send", { disabled: true });
    await expect.element(page.getByRole("button", { name: "Send" })).toBeDisabled();
    await userEvent.keyboard("{Enter}");
    expect(runs).toEqual([]);
    patch("Send", { disabled: false });
    await userEvent.keyboard("{Enter}");
    expect(runs).toHaveLength(1);
  });

  it("that clears goes back to its defaults, and the script keeps what was sent", async () => {
    const { runs } = draw(form({ clear_on_submit: true }, name(), size, send()));
    await field("Name").fill("Ada");
    (page.getByRole("slider").element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}");
    await press("Send");
    expect(runs.at(-1)?.values).toEqual({ Name: "Ada", Size: [4] });
    await expect.element(field("Name")).toHaveValue("");
    await expect.element(page.getByRole("slider")).toHaveValue("3");
    await press("Send");
    expect(runs.at(-1)?.values).toEqual({});
  });

  it("is not submitted while a required field is empty, and says which", async () => {
    const { runs } = draw(form({}, name({ required: true }), size, send()));
    await press("Send");
    await expect.element(page.getByText("Fill in this field.")).toBeVisible();
    expect(runs).toEqual([]);
    await field("Name").fill("Ada");
    await expect.element(page.getByText("Fill in this field.")).not.toBeInTheDocument();
    await press("Send");
    expect(runs.map((run) => run.values)).toEqual([{ Name: "Ada" }]);
  });

  it("keeps its changes, the focus and half a word when a rerun changes it", async () => {
    const { patch } = draw(form({}, name(), send()));
    await field("Name").click();
    await userEvent.keyboard("Ada{ArrowLeft}");
    patch("Name", { help: "Yours" });
    patch("form", { border: false });
    await userEvent.keyboard("d");
    await expect.element(field("Name")).toHaveValue("Adda");
    await expect.element(field("Name")).toHaveFocus();
  });

  it("does not hold back what stands outside of it", async () => {
    const { runs } = draw(form({}, name(), send()), name({ label: "Free", form: null }));
    await field("Name").fill("Ada");
    await field("Free").fill("now");
    await userEvent.keyboard("{Enter}");
    expect(runs.map((run) => run.values)).toEqual([{ Free: "now" }]);
  });

  it("without a button says so, once the script has ended", async () => {
    const { run } = draw(form({}, name()));
    run.set({ script: "running" });
    await expect.element(missing()).not.toBeVisible();
    run.set({ script: "notRunning" });
    await expect.element(missing()).toBeVisible();
  });

  it("with a button, however deep, does not", async () => {
    const { place } = draw(form({}, name(), element("empty", {}), send()));
    place.className = "ts-app";
    place.dataset.testScriptState = "notRunning";
    await expect.element(missing()).not.toBeVisible();
  });
});
