import { describe, expect, it } from "vitest";
import { tryImageAddress, tryLinkAddress } from "../../../../web/src/view/markdown/index.ts";
import { markup } from "./markup.tsx";

describe("links", () => {
  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "java\u200bscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://e.org/1",
    "filesystem:https://e.org/1",
  ])("to %j are not made", (address) => {
    expect(tryLinkAddress(address)).toBeUndefined();
  });

  it.each([
    "[a](javascript:alert(1))",
    "[a](<java\tscript:alert(1)>)",
    "[a](&#106;avascript:alert(1))",
    "[a](&#x6A;avascript&#58;alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a][x]\n\n[x]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "**[a](javascript:alert(1))**",
    ":red[[a](javascript:alert(1))]",
    "| a |\n|--|\n| [a](javascript:alert(1)) |",
    "![a](javascript:alert(1))",
    "![a](data:text/html,<script>alert(1)</script>)",
  ])("%j leaves its words and no address", (text) => {
    expect(markup(text)).not.toMatch(/(?:href|src)="(?!#)/);
  });

  it.each(["https://e.org", "http://e.org", "mailto:a@e.org", "tel:+49123"])(
    "to %s open in a tab of their own without a handle on this one",
    (address) => {
      expect(markup(`[a](${address})`)).toBe(
        `<p><a href="${address}" target="_blank" rel="noopener noreferrer">a</a></p>`,
      );
    },
  );

  it("within the page stay in it, and all others leave the app as it is", () => {
    expect(markup("[a](#part)")).toBe('<p><a href="#part">a</a></p>');
    expect(markup("[b](docs/caching.html)")).toContain('target="_blank"');
  });

  it("to another host by two slashes leave the app", () => {
    expect(markup("[a](//e.org)")).toContain('target="_blank"');
  });
});

describe("images", () => {
  it("may carry their picture in the address, and nothing else there", () => {
    expect(tryImageAddress("data:image/png;base64,AAAA")).toBeDefined();
    expect(tryImageAddress("data:image/svg+xml,<svg/>")).toBeDefined();
    expect(tryImageAddress("data:text/html,<b>")).toBeUndefined();
    expect(tryImageAddress("javascript:alert(1)")).toBeUndefined();
  });
});

describe("text", () => {
  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<style>*{display:none}</style>",
    "<iframe src=https://e.org></iframe>",
    '<a href="javascript:alert(1)">a</a>',
    "**<img src=x onerror=alert(1)>**",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "```<img/src=x onerror=alert(1)>\nx\n```",
    "# <img src=x onerror=alert(1)>",
    "![<img src=x onerror=alert(1)>](x)",
    '[a](https://e.org "\\" onclick=\\"alert(1)")',
    "$<img src=x onerror=alert(1)>$",
    ':color[a]{foreground="red;} *{display:none"}',
    ':red[<b onclick="alert(1)">a</b>]',
    ":material/<script>:",
  ])("%j makes no element and no handler of its own", (text) => {
    const html = markup(text).replace(/"[^"]*"/g, '""');
    expect(html).not.toMatch(/<(?:script|style|iframe|b[ >]|svg onload)/i);
    expect(html).not.toMatch(/<[^>]*\son\w+=/i);
    expect(html).not.toMatch(/<img(?! src)/);
  });

  it("an icon's name cannot lead to another file", () => {
    expect(markup(":material/../../secret:")).toBe("<p>:material/../../secret:</p>");
  });
});
