import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { type Assets, AssetsProvider } from "../../../../web/src/view/assets.ts";
import {
  CodeBlock,
  Glyph,
  MaterialIcon,
  RichText,
} from "../../../../web/src/view/markdown/index.ts";
import { mount } from "../../kit/mount.tsx";
import { assetsWith } from "./site.ts";

const HOME = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1-2h3v4z"/></svg>';

/** Assets that note what was asked of them. */
function watched(files: Record<string, string> = {}): { assets: Assets; asked: string[] } {
  const asked: string[] = [];
  const inner = assetsWith(files);
  const assets: Assets = {
    chunk: (name) => {
      asked.push(name);
      return inner.chunk(name);
    },
    text: (path) => {
      asked.push(path);
      return inner.text(path);
    },
    url: inner.url,
  };
  return { assets, asked };
}

function mountWith(assets: Assets, children: ReactNode) {
  const wrapped = (next: ReactNode) => <AssetsProvider value={assets}>{next}</AssetsProvider>;
  const { place, show } = mount(wrapped(children));
  return { place, show: (next: ReactNode) => show(wrapped(next)) };
}

describe("what is loaded", () => {
  it("nothing, for text and simple markdown", async () => {
    const { assets, asked } = watched();
    mountWith(assets, <RichText text="**Plain** `words` at 10:30:45 for $5 and $10" />);
    await expect.element(page.getByText("Plain")).toBeVisible();
    expect(asked).toEqual([]);
  });

  it("each part once, however many elements need it", async () => {
    const { assets, asked } = watched({ "icons/home.svg": HOME });
    const { place } = mountWith(
      assets,
      <>
        <RichText text=":tada: $x$ :material/home:" />
        <RichText text=":+1: $y$ :material/home:" />
        <RichText text={"```python\nx = 1\n```"} />
      </>,
    );
    await expect.poll(() => place.querySelectorAll(".katex")).toHaveLength(2);
    await expect.poll(() => place.querySelectorAll(".ts-material path")).toHaveLength(2);
    await expect.poll(() => place.querySelector(".ts-code-number")).not.toBeNull();
    await expect.poll(() => place.textContent).toContain("👍");
    expect(asked.sort()).toEqual(["emoji", "highlight", "icons/home.svg", "katex"]);
  });

  it("a part that was here before is there at once", async () => {
    const { assets } = watched();
    const { place, show } = mountWith(assets, <RichText text=":tada:" />);
    await expect.poll(() => place.textContent).toBe("🎉");
    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(place.textContent ?? ""));
    observer.observe(place, { childList: true, subtree: true, characterData: true });
    show(<RichText text="new :rose:" />);
    await expect.poll(() => place.textContent).toBe("new 🌹");
    observer.disconnect();
    expect(seen.filter((text) => text.includes(":rose:"))).toEqual([]);
  });

  it("a part that cannot be had leaves the words as they were written, and is asked for again", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { assets, asked } = watched();
    const chunk: Assets["chunk"] = (name) => {
      asked.push(name);
      return Promise.reject(new Error("offline"));
    };
    const { place, show } = mountWith({ ...assets, chunk }, <RichText key="1" text="a :tada:" />);
    await expect.poll(() => place.querySelector(".ts-emoji-pending")).toBeNull();
    await expect.element(page.getByText("a :tada:")).toBeVisible();
    show(<RichText key="2" text="b $x$" />);
    await expect.element(page.getByText("x", { exact: true })).toBeVisible();
    expect(warn).toHaveBeenCalled();
    warn.mockRestore();
  });
});

describe("icons", () => {
  it("are drawn from their outline alone, in the colour of the text", async () => {
    const hostile = `<svg onload="hack()"><script>hack()</script><path d="M1-2h3v4z"/></svg>`;
    const { assets } = watched({ "icons/home.svg": hostile });
    const { place } = mountWith(assets, <MaterialIcon name="home" />);
    const icon = page.getByRole("img", { name: "home icon" });
    await expect.poll(() => place.querySelector("path")?.getAttribute("d")).toBe("M1-2h3v4z");
    expect(icon.element().querySelector("script")).toBeNull();
    expect(getComputedStyle(icon.element().querySelector("svg") ?? place).fill).toBe(
      "rgb(27, 31, 36)",
    );
  });

  it("that do not exist are shown by name", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { place } = mountWith(assetsWith(), <RichText text=":material/no_such_icon:" />);
    await expect.poll(() => place.textContent).toBe(":material/no_such_icon:");
    warn.mockRestore();
  });

  it("beside a label say nothing of their own", async () => {
    const { place } = mountWith(
      assetsWith({ "icons/home.svg": HOME }),
      <button type="button">
        <Glyph icon=":material/home:" /> <Glyph icon="🎉" /> <Glyph icon=":tada:" /> Go
      </button>,
    );
    await expect.poll(() => place.textContent).toBe(" 🎉 🎉 Go");
    await expect.element(page.getByRole("button", { name: "Go", exact: true })).toBeVisible();
  });
});

describe("formulas", () => {
  it("are drawn as elements, also again with other contents", async () => {
    const { place, show } = mount(<RichText text="$x^2$" />);
    await expect.poll(() => place.querySelector(".katex annotation")?.textContent).toBe("x^2");
    show(<RichText text="$y$" />);
    await expect.poll(() => place.querySelector(".katex annotation")?.textContent).toBe("y");
    show(<RichText text="none" />);
    await expect.poll(() => place.textContent).toBe("none");
  });

  it("that cannot be read are shown as they were written", async () => {
    const { place } = mount(<RichText text="$\frac{$" />);
    await expect.poll(() => place.querySelector(".katex-error")?.textContent).toBe("\\frac{");
  });

  it("cannot make links or load anything", async () => {
    const { place } = mount(
      <RichText text={"$\\href{javascript:hack()}{a} \\includegraphics{https://e.org/x.png}$"} />,
    );
    await expect.poll(() => place.querySelector(".katex")).not.toBeNull();
    expect(place.querySelectorAll(".ts-math a, .ts-math img")).toHaveLength(0);
  });
});

describe("code blocks", () => {
  it("copy their code", async () => {
    const written = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    mount(<CodeBlock code={"a\nb"} />);
    await page.getByRole("button", { name: "Copy to clipboard" }).click();
    await expect.element(page.getByRole("button", { name: "Copied" })).toBeVisible();
    expect(written).toHaveBeenCalledWith("a\nb");
    written.mockRestore();
  });

  it("number their lines, and a string over lines keeps its colour in each", async () => {
    const { place } = mount(<CodeBlock code={'x = """a\nb"""\n'} language="python" lineNumbers />);
    await expect.poll(() => place.querySelectorAll(".ts-code-string")).toHaveLength(2);
    const lines = [...place.querySelectorAll(".ts-code-line")].map((line) => line.textContent);
    expect(lines).toEqual(['x = """a\n', 'b"""\n']);
  });

  it("that are wider than the page can be scrolled by keyboard, others are no stop for it", async () => {
    const { place } = mount(
      <>
        <CodeBlock code="short" />
        <CodeBlock code={"long ".repeat(500)} />
      </>,
    );
    await expect.poll(() => place.querySelectorAll("pre[tabindex]")).toHaveLength(1);
    expect(place.querySelector("pre[tabindex]")?.textContent).toContain("long");
  });
});

describe("entities", () => {
  it("have all the names of HTML", async () => {
    mount(<RichText text="&mdash; &hearts; &CounterClockwiseContourIntegral; &nosuchname;" />);
    await expect.element(page.getByText("— ♥ ∳ &nosuchname;")).toBeVisible();
  });

  it("cannot hide an address", async () => {
    const { place } = mount(
      <RichText text="[a](javascript&colon;hack()) [b](java&Tab;script:hack())" />,
    );
    await expect.element(page.getByText("a b")).toBeVisible();
    expect(place.querySelectorAll("a")).toHaveLength(0);
  });
});

describe("headings", () => {
  it("show the link to their anchor by keyboard too", async () => {
    mount(<RichText text="## Part one" />);
    const link = page.getByRole("link", { name: "Link to heading" });
    await expect.element(link).toHaveAttribute("href", "#part-one");
    await userEvent.tab();
    await expect.element(link).toHaveFocus();
    await expect.poll(() => getComputedStyle(link.element()).opacity).toBe("1");
  });
});

describe("many lines", () => {
  function millisecondsFor(children: ReactNode): number {
    const root = createRoot(document.createElement("div"));
    const start = performance.now();
    flushSync(() => root.render(children));
    const time = performance.now() - start;
    root.unmount();
    return time;
  }

  function lines(write: (line: number) => string): ReactNode {
    const texts = Array.from({ length: 300 }, (_, line) => write(line));
    return texts.map((text) => <RichText key={text} text={text} />);
  }

  it("of plain text are drawn without being read as markdown", () => {
    // In turns, so that whatever else the machine does slows both; the best of each counts.
    const rounds = Array.from({ length: 4 }, () => ({
      plain: millisecondsFor(lines((line) => `Line ${line} of the text`)),
      markdown: millisecondsFor(lines((line) => `Line ${line} of *the* text`)),
    }));
    const plain = Math.min(...rounds.map((round) => round.plain));
    const markdown = Math.min(...rounds.map((round) => round.markdown));
    expect(plain / markdown).toBeLessThan(0.6);
  });
});
