import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { DateInput, TimeInput } from "../../../../web/src/protocol/elements.ts";
import { draw, element } from "../widget-rig.tsx";

const dateInput = (props: Partial<DateInput> = {}) =>
  element("date_input", {
    label: "Day",
    default: ["2024-05-01"],
    is_range: false,
    min: "2020-01-01",
    max: "2030-12-31",
    format: "DD.MM.YYYY",
    required: false,
    is_clearable: false,
    ...props,
  });

const timeInput = (props: Partial<TimeInput> = {}) =>
  element("time_input", {
    label: "Time",
    default: "08:45",
    step: 900,
    format: "24h",
    required: false,
    is_clearable: false,
    ...props,
  });

const part = (name: RegExp) => page.getByRole("spinbutton", { name });
const day = (name: RegExp) => page.getByRole("button", { name });
const calendar = () => page.getByTestId("stDateInputCalendar");
const shown = (testId: string) => page.getByTestId(testId);

async function focus(name: RegExp): Promise<void> {
  await expect.element(part(name)).toBeInTheDocument();
  (part(name).element() as HTMLElement).focus();
}

describe("a date input", () => {
  it("is typed part by part in the author's order, and counts when it is left", async () => {
    const { runs } = draw(dateInput());
    await focus(/^day/);
    await userEvent.keyboard("0906");
    await expect.element(part(/^year/)).toHaveFocus();
    await userEvent.keyboard("2025");
    expect(runs).toEqual([]);
    await userEvent.keyboard("{Enter}");
    expect(runs.map((run) => run.values)).toEqual([{ Day: ["2025-06-09"] }]);
    await focus(/^day/);
    await userEvent.keyboard("1");
    (document.activeElement as HTMLElement).blur();
    await expect.poll(() => runs.at(-1)?.values).toEqual({ Day: ["2025-06-01"] });
  });

  it("steps by arrow keys, each step at once", async () => {
    const { runs } = draw(dateInput());
    await focus(/^month/);
    await userEvent.keyboard("{ArrowUp}{ArrowUp}");
    expect(runs.map((run) => run.values.Day)).toEqual([["2024-06-01"], ["2024-07-01"]]);
  });

  it("opens its calendar by a click, while the keyboard stays where it is", async () => {
    const { runs } = draw(dateInput());
    await part(/^day/).click();
    await expect.element(calendar()).toBeVisible();
    await expect.element(part(/^day/)).toHaveFocus();
    await day(/May 20, 2024/).click();
    expect(runs.map((run) => run.values.Day)).toEqual([["2024-05-20"]]);
    await expect.element(calendar()).not.toBeInTheDocument();
  });

  it("lets the keyboard into the calendar and out of it", async () => {
    const { runs } = draw(dateInput());
    await focus(/^day/);
    await userEvent.keyboard("{Alt>}{ArrowDown}{/Alt}");
    await expect.element(day(/May 1, 2024/)).toHaveFocus();
    await userEvent.keyboard("{ArrowRight}{ArrowDown}{Enter}");
    expect(runs.map((run) => run.values.Day)).toEqual([["2024-05-09"]]);
    await expect.element(part(/^day/)).toHaveFocus();
    const button = page.getByRole("button", { name: "Calendar for Day" });
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(day(/May 9, 2024/)).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    await expect.element(calendar()).not.toBeInTheDocument();
    await expect.element(button).toHaveFocus();
    expect(runs).toHaveLength(1);
  });

  it("does not count beyond its limits, and says what they are", async () => {
    const { runs } = draw(dateInput());
    await focus(/^year/);
    await userEvent.keyboard("2040{Enter}");
    await expect
      .element(page.getByText("Choose a day from 01.01.2020 to 31.12.2030."))
      .toBeVisible();
    expect(runs).toEqual([]);
    await focus(/^year/);
    await userEvent.keyboard("2025{Enter}");
    expect(runs.map((run) => run.values.Day)).toEqual([["2025-05-01"]]);
  });

  it("keeps half a date and the focus when a rerun changes it", async () => {
    const { patch } = draw(dateInput());
    await focus(/^day/);
    await userEvent.keyboard("0907");
    patch("Day", { help: "Which one", max: "2031-12-31" });
    await expect.element(page.getByTestId("stTooltipIcon")).toBeInTheDocument();
    await expect.element(part(/^year/)).toHaveFocus();
    await expect.element(shown("stDateInputField")).toHaveTextContent("09.07.2024");
  });

  it("that was empty at first can be emptied", async () => {
    const { runs } = draw(dateInput({ default: [], is_clearable: true }));
    await focus(/^day/);
    await userEvent.keyboard("01052024{Enter}");
    await page.getByRole("button", { name: "Clear value" }).click();
    expect(runs.map((run) => run.values.Day)).toEqual([["2024-05-01"], []]);
    await expect.element(shown("stDateInputField")).toHaveTextContent("DD.MM.YYYY");
  });

  it("for a range counts from its first day on", async () => {
    const { runs } = draw(dateInput({ is_range: true, default: ["2024-05-01", "2024-05-03"] }));
    await part(/^day.*first/).click();
    await day(/May 10, 2024/).click();
    await expect.element(calendar()).toBeVisible();
    await day(/May 12, 2024/).click();
    expect(runs.map((run) => run.values.Day)).toEqual([
      ["2024-05-10"],
      ["2024-05-10", "2024-05-12"],
    ]);
    await expect.element(calendar()).not.toBeInTheDocument();
  });

  it("closes its calendar when it is left", async () => {
    draw(dateInput(), dateInput({ label: "Other" }));
    await part(/^day, Day/).click();
    await expect.element(calendar()).toBeVisible();
    (part(/^day, Other/).element() as HTMLElement).focus();
    await expect.element(calendar()).not.toBeInTheDocument();
  });
});

describe("a time input", () => {
  it("is typed part by part, and counts when it is left or Enter is pressed", async () => {
    const { runs } = draw(timeInput());
    await focus(/^hour/);
    await userEvent.keyboard("2116");
    expect(runs).toEqual([]);
    await userEvent.keyboard("{Enter}");
    expect(runs.map((run) => run.values)).toEqual([{ Time: "21:16" }]);
  });

  it("steps to whole steps in its last part, at once", async () => {
    const { runs } = draw(timeInput({ default: "08:50" }));
    await focus(/^minute/);
    await userEvent.keyboard("{ArrowUp}{ArrowUp}{ArrowDown}");
    expect(runs.map((run) => run.values.Time)).toEqual(["09:00", "09:15", "09:00"]);
    await expect.element(part(/^minute/)).toHaveFocus();
  });

  it("has seconds where its steps have", async () => {
    const { runs } = draw(timeInput({ default: "08:45:30", step: 45 }));
    await focus(/^second/);
    await userEvent.keyboard("{ArrowUp}");
    expect(runs.map((run) => run.values.Time)).toEqual(["08:45:45"]);
  });

  it("that was empty at first can be emptied", async () => {
    const { runs } = draw(timeInput({ default: null, is_clearable: true }));
    await focus(/^hour/);
    await userEvent.keyboard("0815{Enter}");
    await page.getByRole("button", { name: "Clear value" }).click();
    expect(runs.map((run) => run.values.Time)).toEqual(["08:15", null]);
  });
});
