import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { type DrawnElement, draw, element } from "./widget-rig.tsx";

const OPTIONS = { options: ["one", "two", "three"], names: [] };

const WIDGETS: DrawnElement[] = [
  element("button", { label: "Go", help: "On", shortcut: "ctrl+k" }),
  element("link_button", { label: "Docs", url: "https://docs.test/" }),
  element("download_button", { label: "Save", data: null, file_name: "a", mime: "b" }),
  element("checkbox", { label: "Agree", default: true, is_toggle: false, wrap: null }),
  element("checkbox", { label: "Dark", default: false, is_toggle: true, wrap: null }),
  element("radio", {
    label: "Size",
    ...OPTIONS,
    captions: ["a", "b"],
    default: "one",
    horizontal: false,
    help: "How large",
  }),
  element("slider", {
    label: "Price",
    min: 0,
    max: 10,
    default: [2, 8],
    format: "dollar",
  }),
  element("select_slider", { label: "Mood", ...OPTIONS, default: ["two"] }),
  element("selectbox", {
    label: "City",
    ...OPTIONS,
    default: null,
    accept_new_options: true,
    is_clearable: true,
  }),
  element("multiselect", {
    label: "Fruit",
    ...OPTIONS,
    default: ["one", "two"],
  }),
  element("text_input", {
    label: "Secret",
    default: "x",
    max_chars: 5,
    type: "password",
    autocomplete: "off",
    icon: "🔑",
    required: true,
  }),
  element("text_area", {
    label: "Story",
    placeholder: "Once",
    height: 120,
  }),
  element("number_input", {
    label: "Amount",
    default: null,
    min: 0,
    max: 10,
  }),
  element("date_input", {
    label: "Days",
    default: ["2024-05-01", "2024-05-04"],
    is_range: true,
    min: "2020-01-01",
    max: "2030-01-01",
    format: "YYYY/MM/DD",
    required: false,
    is_clearable: true,
  }),
  element("time_input", {
    label: "Time",
    default: "08:45",
    step: 900,
    format: "12h",
    required: false,
    is_clearable: true,
  }),
  element("color_picker", { label: "Ink", default: "#0b6a8c" }),
  element("file_uploader", { label: "Data", types: [".csv"], accepts: "many", max_size_mb: 200 }),
];

/** What axe finds wrong within an element. */
async function findings(place: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(place, { runOnly: ["wcag2a", "wcag2aa", "best-practice"] });
  return violations
    .filter(({ id }) => id !== "region")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe("widgets are accessible", () => {
  it.each(["visible", "hidden", "collapsed"])("with labels that are %s", async (visibility) => {
    const { place } = draw(
      ...WIDGETS.map((drawn) => ({
        ...drawn,
        props: { ...drawn.props, label_visibility: visibility },
      })),
    );
    await expect.element(page.getByRole("spinbutton", { name: /^minute/ })).toBeInTheDocument();
    expect(await findings(place)).toEqual([]);
  });

  it("when they are disabled", async () => {
    const { place } = draw(
      ...WIDGETS.map((drawn) => ({ ...drawn, props: { ...drawn.props, disabled: true } })),
    );
    await expect.element(page.getByRole("spinbutton", { name: /^minute/ })).toBeInTheDocument();
    expect(await findings(place)).toEqual([]);
  });

  it("while a calendar is open", async () => {
    const { place } = draw(...WIDGETS);
    await page.getByRole("spinbutton", { name: /^month, Days, first/ }).click();
    // What is still fading in has too little contrast.
    await expect
      .poll(() => document.querySelector(".ts-calendar-popover")?.computedStyleMap().get("opacity"))
      .toMatchObject({ value: 1 });
    expect(await findings(place)).toEqual([]);
  });
});
