import { describe, expect, it } from "vitest";
import { AuthorHtml, RichText } from "../../../../web/src/view/markdown/index.ts";
import { mount } from "../../kit/mount.tsx";

/** The element that author's HTML is in, once it is there. */
async function shown(place: HTMLElement): Promise<Element> {
  await expect.poll(() => place.querySelector(".ts-html")?.childNodes.length).toBeGreaterThan(0);
  const element = place.querySelector(".ts-html");
  if (element === null) throw new Error("no author's HTML is shown");
  return element;
}

async function showHtml(html: string): Promise<Element> {
  // The mark in front shows that the sanitiser has been at work, also when nothing else is left.
  const { place } = mount(<AuthorHtml html={`<i>here</i>${html}`} />);
  return shown(place);
}

async function showMarkdown(text: string): Promise<Element> {
  const { place } = mount(<RichText text={text} allowHtml />);
  return shown(place);
}

declare global {
  interface Window {
    hacked?: string[];
  }
}

describe("author's HTML", () => {
  it.each([
    "<script>window.hacked=['script']</script>",
    "<img src=x onerror=\"window.hacked=['onerror']\">",
    "<svg onload=\"window.hacked=['svg']\"></svg>",
    "<svg><script>window.hacked=['svg script']</script></svg>",
    "<svg><animate onbegin=\"window.hacked=['begin']\" attributeName=x></svg>",
    '<svg><a xlink:href="javascript:hack()"><text>x</text></a></svg>',
    "<math><mtext><table><mglyph><style><img src=x onerror=\"window.hacked=['m']\">",
    "<iframe srcdoc=\"<script>parent.hacked=['frame']</script>\"></iframe>",
    "<iframe src=\"javascript:parent.hacked=['frame']\"></iframe>",
    '<object data="javascript:hack()"></object><embed src="javascript:hack()">',
    '<a href="javascript:hack()">a</a>',
    '<a href="java&#10;script:hack()">a</a>',
    '<a href="data:text/html,<script>hack()</script>">a</a>',
    '<form action="https://e.org"><button>send</button></form>',
    '<button formaction="javascript:hack()">send</button>',
    '<base href="https://e.org/">',
    '<meta http-equiv="refresh" content="0;url=https://e.org">',
    '<link rel="stylesheet" href="https://e.org/x.css">',
    "<details open ontoggle=\"window.hacked=['toggle']\">x</details>",
    "<input autofocus onfocus=\"window.hacked=['focus']\">",
    "<noscript><p title=\"</noscript><img src=x onerror=window.hacked=['noscript']>\">",
    "<style><style/><img src=x onerror=\"window.hacked=['style']\"></style>",
    '<div style="background:url(javascript:hack())">x</div>',
    "<template><img src=x onerror=\"window.hacked=['template']\"></template>",
    '<x-element onclick="hack()">x</x-element>',
  ])("%s does nothing", async (html) => {
    delete window.hacked;
    const element = await showHtml(html);
    await new Promise(requestAnimationFrame);
    expect(window.hacked).toBeUndefined();
    const forbidden =
      "script, iframe, object, embed, form, base, meta, link, style, template, x-element";
    expect(element.querySelectorAll(forbidden)).toHaveLength(0);
    for (const inner of element.querySelectorAll("*")) {
      const names = inner.getAttributeNames();
      expect(names.filter((name) => /^on|^formaction$|^action$|^autofocus$/.test(name))).toEqual(
        [],
      );
      for (const name of ["href", "xlink:href", "src"]) {
        expect(inner.getAttribute(name) ?? "").not.toMatch(/^\s*(?:java\s*script|data:text)/i);
      }
    }
  });

  it("keeps its own style, set so that a strict content policy does not refuse it", async () => {
    const element = await showHtml('<p style="color: rgb(1, 2, 3)" title="a style=b">x</p>');
    const paragraph = element.querySelector("p");
    expect(paragraph && getComputedStyle(paragraph).color).toBe("rgb(1, 2, 3)");
    expect(paragraph?.title).toBe("a style=b");
  });

  it("opens links that leave the app in a tab of their own", async () => {
    const element = await showHtml(
      '<a href="https://e.org" target="_top">out</a><a href="#x">in</a>',
    );
    const [out, inside] = element.querySelectorAll("a");
    expect([out?.target, out?.rel]).toEqual(["_blank", "noopener noreferrer"]);
    expect(inside?.target).toBe("");
  });

  it("is left alone by a rerun that says the same", async () => {
    const html = "<details><summary>More</summary>text</details>";
    const { place, show } = mount(<AuthorHtml html={html} />);
    const details = (await shown(place)).querySelector("details");
    if (details === null) throw new Error("the details are missing");
    details.open = true;
    show(<AuthorHtml html={html} />);
    await new Promise(requestAnimationFrame);
    expect(place.querySelector("details")).toBe(details);
    expect(details.open).toBe(true);
  });
});

describe("author's style sheets", () => {
  it("reach the author's app, not the one beside it nor the page, and go with it", async () => {
    const neighbour = mount(<p className="probe">a</p>);
    const css = "<style>.probe, body .probe { color: rgb(9, 8, 7) } body { --own: 1 }</style>";
    const app = mount(
      <>
        <p className="probe">b</p>
        <AuthorHtml html={`${css}<i>end</i>`} />
      </>,
    );
    await shown(app.place);
    const colour = (place: HTMLElement) => {
      const probe = place.querySelector(".probe");
      return probe && getComputedStyle(probe).color;
    };
    expect(colour(app.place)).toBe("rgb(9, 8, 7)");
    expect(colour(neighbour.place)).not.toBe("rgb(9, 8, 7)");
    const root = app.place.querySelector(".ts-root");
    expect(root && getComputedStyle(root).getPropertyValue("--own")).toBe("1");
    expect(getComputedStyle(document.body).getPropertyValue("--own")).toBe("");
    const sheets = document.adoptedStyleSheets.length;
    app.show(<p className="probe">b</p>);
    await expect.poll(() => document.adoptedStyleSheets.length).toBe(sheets - 1);
    expect(colour(app.place)).not.toBe("rgb(9, 8, 7)");
  });

  it("may hold animations and media queries", async () => {
    const { place } = mount(
      <AuthorHtml html="<style>@keyframes turn { to { rotate: 1turn } } @media all { html b { animation: turn 9s } }</style><b>x</b>" />,
    );
    const bold = (await shown(place)).querySelector("b");
    expect(
      bold?.getAnimations().map((animation) => (animation as CSSAnimation).animationName),
    ).toEqual(["turn"]);
  });
});

describe("markdown with HTML", () => {
  it("has markdown, directives and formulas between the tags", async () => {
    const element = await showMarkdown(
      '<div class="box">\n\n**bold** :red[red] $x$\n\n- item\n\n</div>\n\nA <u>line *with* `code`</u> &amp; more -> so',
    );
    const box = element.querySelector(".box");
    expect(box?.querySelector("strong")?.textContent).toBe("bold");
    expect(box?.querySelector('[data-hue="red"]')?.textContent).toBe("red");
    expect(box?.querySelector("li")?.textContent).toBe("item");
    await expect.poll(() => box?.querySelector(".katex")).not.toBeNull();
    expect(element.querySelector("u em")?.textContent).toBe("with");
    expect(element.lastElementChild?.textContent).toBe("A line with code & more → so");
  });

  it("keeps the words around the tags, whatever block they stand in", async () => {
    const element = await showMarkdown(
      "# A <b>b</b>\n\n> c <b>d</b>\n\n1. e <b>f</b>\n\n| g | h |\n|--|--:|\n| i <b>j</b> | k |\n\n:blue-badge[l <b>m</b>] [n <b>o</b>](javascript:hack())",
    );
    expect(element.querySelector("h1#a-b b")).not.toBeNull();
    expect(element.querySelector("blockquote b")?.textContent).toBe("d");
    expect(element.querySelector("ol > li b")?.textContent).toBe("f");
    expect(element.querySelector("td b")?.textContent).toBe("j");
    expect(element.querySelector('td[data-align="right"]')?.textContent).toBe("k");
    expect(element.querySelector(".ts-badge b")?.textContent).toBe("m");
    expect(element.querySelector("a")?.getAttribute("href") ?? null).toBeNull();
  });

  it("text that looks like a tag cannot become one", async () => {
    const element = await showMarkdown(
      "<i>x</i> `<img src=x onerror=hack()>` \\<b>y &lt;u&gt;z&lt;/u&gt;",
    );
    expect(element.querySelectorAll("img, b, u")).toHaveLength(0);
  });

  it("a slot that the author wrote shows nothing that was not there", async () => {
    const element = await showMarkdown(
      '<ts-slot data-slot="7"></ts-slot><ts-slot>own</ts-slot> **a**',
    );
    expect(element.textContent).toBe("own a");
  });
});
