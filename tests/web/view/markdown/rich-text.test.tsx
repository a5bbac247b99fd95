import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { InlineText, toPlainText } from "../../../../web/src/view/markdown/index.ts";
import { lex } from "../../../../web/src/view/markdown/lexer.ts";
import { isPlain } from "../../../../web/src/view/markdown/plain.ts";
import { markup } from "./markup.tsx";

describe("plain text", () => {
  it.each([
    "Hello, world",
    "Total: 5",
    "3 + 4 = 7",
    "50% of 12.5 (more or less)",
    "12.5 metres",
    "What? No! Yes; \"quoted\" and 'single'",
    "a-b, well-known",
    "größer, 日本語, emoji 🎉",
  ])("%j takes the short way and shows the same", (text) => {
    expect(isPlain(text)).toBe(true);
    expect(markup(text)).toBe(markup(`${text}\n`));
  });

  it.each([
    "*x*",
    "# x",
    "- x",
    "+ x",
    "1. x",
    "1) x",
    "> x",
    "    code",
    "a\nb",
    "a | b",
    "<b>",
    "&amp;",
    "$x$",
    ":red[x]",
    ":tada:",
    "see https://example.org",
    "see www.example.org",
    "me@example.org",
    "a -> b",
    "a -- b",
    "a >= b",
    "a ~= b",
    "---",
    "back\\slash",
  ])("%j does not", (text) => {
    expect(isPlain(text)).toBe(false);
  });
});

describe("GitHub's markdown", () => {
  it.each([
    ["**b** *i* ~~d~~ `c`", "<p><strong>b</strong> <em>i</em> <del>d</del> <code>c</code></p>"],
    ["a  \nb", "<p>a<br/>b</p>"],
    ["a\n\nb", "<p>a</p><p>b</p>"],
    ["> q", "<blockquote><p>q</p></blockquote>"],
    ["---", "<hr/>"],
    ["- a\n- b", "<ul><li>a</li><li>b</li></ul>"],
    ["3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'],
    ["- a\n  - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"],
    [
      "![alt](https://e.org/a.png 'title')",
      '<p><img src="https://e.org/a.png" alt="alt" title="title"/></p>',
    ],
    ["\\*x\\* \\$5", "<p>*x* $5</p>"],
  ])("%j", (text, html) => {
    expect(markup(text)).toBe(html);
  });

  it("task lists show their state to everybody", () => {
    const html = markup("- [x] a\n- [ ] b");
    expect(html).toContain('aria-label="Done" checked=""');
    expect(html).toContain('aria-label="To do"');
    expect(html.match(/<li data-task="true">/g)).toHaveLength(2);
  });

  it("tables keep the alignment of their columns", () => {
    const html = markup("| a | b | c |\n|:--|--:|:-:|\n| 1 | 2 | **3** |");
    expect(html).toContain('<th data-align="left">a</th><th data-align="right">b</th>');
    expect(html).toContain('<td data-align="center"><strong>3</strong></td>');
  });

  it("headings have an anchor, and a link to it unless it is unwanted", () => {
    expect(markup("## Über *uns* & mehr")).toContain('<h2 id="über-uns-mehr">');
    expect(markup("# A")).toContain('href="#a"');
    expect(markup("# A", { anchors: false })).not.toContain("href");
  });

  it("fenced code is coloured by its language", () => {
    const html = markup('```python\nx = "a"  # b\n```');
    expect(html).toContain('<span class="ts-code-string">&quot;a&quot;</span>');
    expect(html).toContain('<span class="ts-code-comment"># b</span>');
  });

  it("code in a language that nobody knows is shown as it is", () => {
    expect(markup("```klingon\n<x>\n```")).toContain("&lt;x&gt;");
  });

  it("HTML is shown as it was written", () => {
    expect(markup("a <b>c</b>")).toBe("<p>a &lt;b&gt;c&lt;/b&gt;</p>");
    expect(markup("<div>\nc\n</div>")).toBe("<p>&lt;div&gt;\nc\n&lt;/div&gt;</p>");
  });
});

describe("directives", () => {
  it.each([
    [
      ":red[a *b*]",
      '<span class="ts-hue stMarkdownColoredText" data-hue="red">a <em>b</em></span>',
    ],
    [":grey[a]", '<span class="ts-hue stMarkdownColoredText" data-hue="gray">a</span>'],
    [
      ":blue-background[a]",
      '<span class="ts-ground stMarkdownColoredBackground" data-hue="blue">a</span>',
    ],
    [":green-badge[a]", '<span class="ts-badge stMarkdownBadge" data-hue="green">a</span>'],
    [":small[a]", '<span class="ts-small stMarkdownSmall">a</span>'],
    [":shimmer[a]", '<span class="ts-shimmer stMarkdownShimmer">a</span>'],
    [
      ':color[a]{foreground="#d50000" background="hsl(60,100%,90%)"}',
      '<span class="ts-own-colour stMarkdownColoredText" style="color:#d50000;background:hsl(60,100%,90%)">a</span>',
    ],
  ])("%s", (text, html) => {
    expect(markup(text)).toBe(`<p>${html}</p>`);
  });

  it("brackets inside are matched, not counted in code or after a backslash", () => {
    expect(markup(":red[a [b] c] d")).toContain(">a [b] c</span> d");
    expect(markup(":red[a `]` c] d")).toContain(">a <code>]</code> c</span> d");
    expect(markup(":red[a \\] c] d")).toContain(">a ] c</span> d");
    expect(markup(":red[:blue[a] [b](https://e.org)]")).toContain(
      'data-hue="blue">a</span> <a href',
    );
  });

  it.each([":red", ":red[", ":pink[a]", "red[a]", ":red-border[a]"])(
    "%j is no directive",
    (text) => {
      expect(markup(text)).toBe(`<p>${text}</p>`);
    },
  );
});

describe("emoji, symbols and entities", () => {
  it("a short name becomes its emoji", () => {
    expect(markup("a :tada::+1: b")).toBe("<p>a 🎉👍 b</p>");
  });

  it("what is no emoji stays as it was written", () => {
    for (const text of [
      "at 10:30:45",
      "x:smile:y",
      "a:100:b",
      ":no_such_emoji:",
      ":constructor:",
    ]) {
      expect(markup(text)).toBe(`<p>${text}</p>`);
    }
  });

  it("code keeps its colons and arrows", () => {
    expect(markup("`:tada: ->`")).toBe("<p><code>:tada: -&gt;</code></p>");
  });

  it("typewriter symbols that stand alone are set as what they mean", () => {
    expect(markup("a -> b <- c <-> d -- e >= f <= g ~= h")).toBe(
      "<p>a → b ← c ↔ d — e ≥ f ≤ g ≈ h</p>",
    );
    expect(markup("a->b, x>=1 and --flag")).toBe("<p>a-&gt;b, x&gt;=1 and --flag</p>");
  });

  it("the five references of XML need no browser", () => {
    expect(markup("&lt;b&gt; &amp; &quot;")).toBe("<p>&lt;b&gt; &amp; &quot;</p>");
  });
});

describe("formulas", () => {
  it("show their source until they are drawn", () => {
    expect(markup("a $x^2$ b")).toBe('<p>a <code class="ts-math">x^2</code> b</p>');
  });

  it("of a line of their own are set apart", () => {
    for (const text of ["$$\nx\n$$", "$$x$$", "a\n$$\nx\n$$\nb", "$$x$$\n\nb"]) {
      expect(markup(text)).toContain('<code class="ts-math" data-display="true">x</code>');
    }
  });

  it("may hold what would be markup elsewhere", () => {
    expect(markup("$a_1 * b_2 * c$ and $\\{x\\}$")).toBe(
      '<p><code class="ts-math">a_1 * b_2 * c</code> and <code class="ts-math">\\{x\\}</code></p>',
    );
  });

  it.each(["$5 and $10", "$5-$10", "costs $5, or $ 6 $", "\\$x\\$", "`$x$`"])(
    "%j is none",
    (text) => {
      expect(markup(text)).not.toContain("ts-math");
    },
  );
});

it("a long document is read in time that grows with its length", () => {
  const paragraph = "Some *words* with `code`, :red[colour] and $x$, at 10:30, for $5.\n\n";
  const timeOnce = (text: string) => {
    const start = performance.now();
    lex(text);
    return performance.now() - start;
  };
  // The best of several: other tests run beside this one.
  const time = (paragraphs: number) => {
    const text = paragraph.repeat(paragraphs);
    return Math.min(...Array.from({ length: 7 }, () => timeOnce(text)));
  };
  // Ten times the text: ten times the time, or a hundred times if it grew with the square.
  expect(time(4000)).toBeLessThan(60 * Math.max(time(400), 5));
});

describe("labels", () => {
  it("keep what would be a block as text", () => {
    for (const text of ["# 1", "- a", "1. a", "> a", "+ a"]) {
      expect(markup(text, { inline: true })).toBe(`<p>${text.replace(">", "&gt;")}</p>`);
    }
  });

  it("have what is inline", () => {
    expect(markup("**b** :red[c] :tada:", { inline: true })).toContain("<strong>b</strong> <span");
  });

  it("in a button hold no link", () => {
    expect(markup("[a](https://e.org)", { inline: true, links: false })).toBe("<p>a</p>");
  });

  it("can stand inside of another element, without one of their own", () => {
    expect(renderToStaticMarkup(<InlineText text="a **b**" />)).toBe("a <strong>b</strong>");
    expect(renderToStaticMarkup(<InlineText text="plain" />)).toBe("plain");
  });

  it("can be had as plain words", () => {
    expect(toPlainText("**b** :red[c] `d` :material/home: [e](https://f.org) -> g")).toBe(
      "b c d  e → g",
    );
    expect(toPlainText("plain")).toBe("plain");
  });
});
