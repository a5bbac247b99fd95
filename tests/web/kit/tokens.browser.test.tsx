import { describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { formatColour, resolveTheme, tryParseColour } from "../../../web/src/kit/index.ts";
import { mount } from "./mount.tsx";

describe.each(["light", "dark"] as const)("the %s tokens", (base) => {
  it("are the same in the style sheet and as values", async () => {
    mount(<p>probe</p>, resolveTheme({}, base));
    await expect.element(page.getByText("probe")).toBeVisible();
    const probe = page.getByText("probe").element() as HTMLElement;
    const differing = Object.entries(resolveTheme({}, base).tokens).filter(([name, value]) => {
      if (name.startsWith("--ts-font")) {
        return getComputedStyle(probe).getPropertyValue(name) !== value;
      }
      probe.style.color = `var(${name})`;
      const seen = tryParseColour(getComputedStyle(probe).color);
      return seen === undefined || formatColour(seen) !== value;
    });
    expect(differing).toEqual([]);
  });
});

it("a root without a theme follows the system", async () => {
  mount(<p>probe</p>);
  await expect.element(page.getByText("probe")).toBeVisible();
  const bare = document.createElement("div");
  bare.className = "ts-root";
  document.body.append(bare);
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const { tokens } = resolveTheme({}, isDark ? "dark" : "light");
  const ground = tryParseColour(getComputedStyle(bare).backgroundColor);
  expect(ground && formatColour(ground)).toBe(tokens["--ts-page"]);
  bare.remove();
});

it("no token is set outside of a root, so that two apps on one page can differ", async () => {
  mount(<p>probe</p>);
  await expect.element(page.getByText("probe")).toBeVisible();
  const outside = getComputedStyle(document.body);
  for (const name of Object.keys(resolveTheme({}, "light").tokens)) {
    expect(outside.getPropertyValue(name)).toBe("");
  }
});
