// A page of Markdown as a page of the site: in its type and colours, with no script.
import highlighter from "highlight.js/lib/common";
import { Marked } from "marked";

/**
 * Makes a page of Markdown.
 * @param {string} text
 * @param {{ shipped: readonly string[], styles: readonly string[] }} site which other documents
 *   there are, and the addresses of its style sheets
 * @returns {{ html: string, pictures: string[] }} the page, and the files that it shows
 */
export function renderDoc(text, { shipped, styles }) {
  /** @type {string[]} */
  const pictures = [];
  const slugs = new Slugs();
  let title = "";
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const words = decode(this.parser.parseInline(tokens, this.parser.textRenderer));
        title ||= words;
        const id = slugs.next(words);
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        const address = tryAddress(href, shipped);
        return address === undefined ? words : `<a href="${encode(address)}">${words}</a>`;
      },
      image({ href, text: words }) {
        if (!isWeb(href)) pictures.push(href);
        return `<img src="${encode(href)}" alt="${encode(words)}">`;
      },
      code({ text: code, lang = "" }) {
        // What scrolls must be reached by keyboard.
        // Behind the language there may be what the block is called, or that it is an app.
        const [language = ""] = lang.split(/\s/);
        return `<pre class="ts-code-scroll" tabindex="0"><code>${highlight(code, language)}</code></pre>\n`;
      },
    },
    hooks: {
      postprocess: (html) =>
        html
          // The corner of a table with headings on two sides is no heading.
          .replaceAll("<th></th>", "<td></td>")
          .replaceAll("<table>", '<div class="ts-table-scroll" tabindex="0"><table>')
          .replaceAll("</table>", "</table></div>"),
    },
  });
  const content = marked.parse(text);
  return { html: pageOf(title, String(content), styles), pictures };
}

/**
 * @param {string} title
 * @param {string} content
 * @param {readonly string[]} styles
 */
function pageOf(title, content, styles) {
  const links = styles.map((address) => `<link rel="stylesheet" href="${encode(address)}">`);
  return `<!doctype html>
<html lang="en" class="ts-root">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' https:; base-uri 'none'; form-action 'none'">
<title>${encode(title)} · tabstream</title>
<link rel="icon" href="../icon.svg">
${links.join("\n")}
</head>
<body>
<header class="ts-docs-head"><a href="../">tabstream</a></header>
<main class="ts-docs ts-md">
${content}</main>
</body>
</html>
`;
}

/**
 * Says where a link leads from a page of the site; undefined when it would lead nowhere.
 * @param {string} href as it is in the Markdown
 * @param {readonly string[]} shipped
 */
function tryAddress(href, shipped) {
  if (isWeb(href) || href.startsWith("#")) return href;
  const [, name = "", anchor = ""] = /^(?:\.\/)?([^#]*)(#.*)?$/.exec(href) ?? [];
  return shipped.includes(name) ? htmlName(name) + anchor : undefined;
}

/** @param {string} href */
function isWeb(href) {
  return /^(?:https?:|mailto:)/.test(href);
}

/** @param {string} name of a Markdown file */
export function htmlName(name) {
  return name.replace(/\.md$/, ".html");
}

/**
 * Colours code in a language that is known.
 * @param {string} code
 * @param {string} language
 */
function highlight(code, language) {
  if (!highlighter.getLanguage(language)) return encode(code);
  const { value } = highlighter.highlight(code, { language });
  return value.replaceAll('class="hljs-', 'class="ts-code-');
}

/** The anchors of a page's headings, as GitHub makes them, so that a link works here and there. */
class Slugs {
  #counts = new Map();

  /** @param {string} words */
  next(words) {
    const slug = words
      .toLowerCase()
      .trim()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-");
    const count = this.#counts.get(slug) ?? 0;
    this.#counts.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  }
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** @param {string} text */
function encode(text) {
  return Object.entries(ENTITIES).reduce((all, [sign, name]) => all.replaceAll(sign, name), text);
}

/** @param {string} html text of Marked's, without elements */
function decode(html) {
  const last = Object.entries(ENTITIES).reverse();
  return last.reduce((all, [sign, name]) => all.replaceAll(name, sign), html);
}
