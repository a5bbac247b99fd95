import { afterEach, expect, it } from "vitest";
import { themeBehind } from "../../../web/src/around/theme-behind.ts";

afterEach(() => document.body.replaceChildren());

it.each([
  ["rgb(20, 20, 20)", "dark"],
  ["rgb(250 250 250 / 0.9)", "light"],
  ["oklch(0.2 0.02 250)", "dark"],
  ["oklch(0.97 0.01 100)", "light"],
  ["lab(15 0 0)", "dark"],
  ["color(srgb 0.95 0.95 1)", "light"],
  ["color-mix(in oklab, white 10%, black)", "dark"],
])("on %s it is %s", (colour, theme) => {
  const behind = document.createElement("div");
  behind.style.background = colour;
  const element = document.createElement("p");
  // It lets through what is behind it.
  element.style.background = "oklch(0.5 0.2 30 / 0.2)";
  behind.append(element);
  document.body.append(behind);
  expect(themeBehind(element)).toBe(theme);
});
