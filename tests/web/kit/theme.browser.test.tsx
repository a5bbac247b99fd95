import { describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import {
  applyTheme,
  Help,
  resolveTheme,
  tryParseColour,
  useTheme,
} from "../../../web/src/kit/index.ts";
import { mount } from "./mount.tsx";

const light = resolveTheme({}, "light");
const dark = resolveTheme({ primaryColor: "#ff9ecb" }, "dark");

function groundOf(element: Element | undefined): string | undefined {
  return element && getComputedStyle(element).backgroundColor;
}

function Swatch() {
  return <output>{useTheme().tokens["--ts-accent"]}</output>;
}

describe("themes on one page", () => {
  it("differ from root to root, also in what floats", async () => {
    const one = mount(<p>Light</p>, light);
    const other = mount(
      <p>
        <a href="#x">Dark</a> <Help>Explained</Help>
      </p>,
      dark,
    );
    await page.getByRole("button", { name: "Help" }).click();
    await expect.element(page.getByRole("tooltip")).toBeVisible();
    expect(groundOf(one.place.children[0])).toBe("rgb(255, 255, 255)");
    expect(groundOf(other.place.children[0])).toBe("rgb(15, 20, 25)");
    const link = page.getByRole("link", { name: "Dark" }).element();
    expect(getComputedStyle(link).color).toBe("rgb(255, 158, 203)");
    expect(groundOf(page.getByRole("tooltip").element())).toBe("rgb(27, 35, 44)");
  });

  it("leave the document around the root alone", () => {
    const before = groundOf(document.body);
    mount(<p>Text</p>, dark);
    expect(groundOf(document.body)).toBe(before);
  });

  it("are told to what draws by itself", async () => {
    mount(<Swatch />, dark);
    await expect.element(page.getByRole("status")).toHaveTextContent("#ff9ecb");
  });
});

describe("applying a theme", () => {
  it("replaces the one before and keeps the element's own style", () => {
    const element = document.createElement("div");
    element.className = "ts-root";
    element.style.margin = "3px";
    document.body.append(element);
    applyTheme(element, dark);
    expect(element.style.getPropertyValue("--ts-accent")).toBe("#ff9ecb");
    applyTheme(element, light);
    expect(element.getAttribute("style")).toBe("margin: 3px;");
    expect(groundOf(element)).toBe("rgb(255, 255, 255)");
    element.remove();
  });
});

describe("reading colours with the browser's help", () => {
  it.each([
    ["tomato", { r: 255, g: 99, b: 71, a: 1 }],
    ["transparent", { r: 0, g: 0, b: 0, a: 0 }],
    ["color(srgb 1 0 0)", { r: 255, g: 0, b: 0, a: 1 }],
  ])("%s is known", (name, colour) => {
    expect(tryParseColour(name)).toEqual(colour);
  });

  it.each(["tomatoe", "currentcolor", "inherit", "url(x)"])("%s is none", (name) => {
    expect(tryParseColour(name)).toBeUndefined();
  });
});
