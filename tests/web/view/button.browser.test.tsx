import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Button } from "../../../web/src/protocol/elements.ts";
import { draw, element } from "./widget-rig.tsx";

const button = (props: Partial<Button> = {}) => element("button", { label: "Go", ...props });

const bytes = (text: string) => new TextEncoder().encode(text);
const named = (name: string) => page.getByRole("button", { name });

describe("a button", () => {
  it("is pressed by click, Enter and Space, each time for one run", async () => {
    const { runs } = draw(button());
    await named("Go").click();
    await userEvent.keyboard("{Enter}");
    await userEvent.keyboard(" ");
    expect(runs).toHaveLength(3);
    expect(runs[0]).toEqual({ trigger: { widget: "Go", value: true }, live: false, values: {} });
  });

  it("keeps the focus when a rerun changes it", async () => {
    const { patch } = draw(button());
    await named("Go").click();
    patch("Go", { label: "Go *on*", type: "primary", icon: "🚀" });
    await expect.element(named("Go on")).toHaveFocus();
  });

  it("is pressed by its keys, but not while they are letters of a text", async () => {
    const { runs } = draw(
      button({ shortcut: "g" }),
      element("text_area", {
        label: "Story",
      }),
    );
    await userEvent.keyboard("g");
    expect(runs).toHaveLength(1);
    await page.getByRole("textbox").click();
    await userEvent.keyboard("g");
    expect(runs).toHaveLength(1);
  });

  it("that is disabled is pressed by nothing", async () => {
    const { runs } = draw(button({ disabled: true, shortcut: "g" }));
    await named("Go").click({ force: true });
    await userEvent.keyboard("g");
    expect(runs).toEqual([]);
  });

  it("explains itself while it has the keyboard's focus", async () => {
    draw(button({ help: "Starts *it*" }));
    await userEvent.keyboard("{Tab}");
    await expect.element(named("Go")).toHaveFocus();
    await expect.element(page.getByTestId("stTooltipContent")).toHaveTextContent("Starts it");
  });
});

describe("a download button", () => {
  const download = (props: Record<string, unknown> = {}) =>
    element("download_button", {
      label: "Save",
      data: bytes("a,b"),
      file_name: "data.csv",
      mime: "text/csv",
      ...props,
    });

  it("saves its file and runs the script", async () => {
    const { runs, saved } = draw(download());
    await named("Save").click();
    expect(saved).toEqual([{ name: "data.csv", mime: "text/csv", text: "a,b" }]);
    expect(runs).toHaveLength(1);
  });

  it("only saves its file where the author wants no run", async () => {
    const { runs, saved } = draw(download({ reruns: false }));
    await named("Save").click();
    expect(saved).toHaveLength(1);
    expect(runs).toEqual([]);
  });

  it("without a file asks for it; the file is saved once, when it comes", async () => {
    const { runs, saved, patch } = draw(
      download({ data: null, reruns: false }),
      element("download", {
        data: bytes("made"),

        file_name: "made.txt",
        mime: "text/plain",
        run: 2,
      }),
    );
    await named("Save").click();
    expect(runs).toHaveLength(1);
    await expect.poll(() => saved.map((file) => file.text)).toEqual(["made"]);
    patch("download", { mime: "text/plain" });
    await expect.element(named("Save")).toBeInTheDocument();
    expect(saved).toHaveLength(1);
    patch("download", { run: 3 });
    await expect.poll(() => saved.map((file) => file.text)).toEqual(["made", "made"]);
  });
});

describe("a link button", () => {
  it("opens its address in a new tab, which gets no handle on this one", async () => {
    draw(element("link_button", { label: "Docs", url: "https://docs.test/", reruns: false }));
    const link = page.getByRole("link", { name: "Docs" });
    await expect.element(link).toHaveAttribute("href", "https://docs.test/");
    await expect.element(link).toHaveAttribute("target", "_blank");
    await expect.element(link).toHaveAttribute("rel", "noopener noreferrer");
  });

  it("does not follow an address that acts", async () => {
    const url = "javascript:alert(1)";
    draw(element("link_button", { label: "Docs", url, reruns: false }));
    await expect.element(page.getByText("Docs")).toBeInTheDocument();
    expect(document.querySelector("a")).toBeNull();
  });
});
