import assert from "node:assert/strict";
import { test } from "node:test";
import { renderDoc } from "../../tools/site/doc-page.mjs";

/** @param {string} text */
function render(text) {
  return renderDoc(text, { shipped: ["caching.md", "config.md"], styles: ["../assets/a.css"] });
}

test("a page has its heading as its title, the site's style and no script", () => {
  const { html } = render("# Caching & `st.cache_data`\n\nWords.");
  assert.match(html, /<title>Caching &amp; st.cache_data · tabstream<\/title>/);
  assert.match(html, /<link rel="stylesheet" href="..\/assets\/a.css">/);
  assert.match(html, /Content-Security-Policy" content="default-src 'none'; style-src 'self';/);
  assert.doesNotMatch(html, /<script|style=|<style/);
});

test("headings can be linked to, also when two have the same words", () => {
  const { html } = render("## What `ttl` is: time\n\n## Why\n\n## Why");
  for (const id of ["what-ttl-is-time", "why", "why-1"])
    assert.match(html, new RegExp(`id="${id}"`));
});

test("a link leads to what the site has, or is mere text", () => {
  const { html } = render(
    "[a](config.md#server) [b](running.md) [c](#why) [d](https://d.test/) [e](../examples/x/app.py)",
  );
  assert.match(
    html,
    /<p><a href="config.html#server">a<\/a> b <a href="#why">c<\/a> <a href="https:\/\/d.test\/">d<\/a> e<\/p>/,
  );
});

test("code is coloured, and what is in it stays code", () => {
  const { html } = render('```python\nx = "<b>"\n```\n\n```\n<i>\n```');
  assert.match(html, /<span class="ts-code-string">&quot;&lt;b&gt;&quot;<\/span>/);
  assert.match(html, /<code>&lt;i&gt;<\/code>/);
});

test("code that is an app in the documentation is coloured as any other", () => {
  const { html } = render('```python tabstream title="An app"\nx = "a"\n```');
  assert.match(html, /<span class="ts-code-string">&quot;a&quot;<\/span>/);
});

test("an empty corner of a table is no heading", () => {
  assert.match(render("| | a |\n|-|-|\n| b | c |").html, /<td><\/td>\n<th>a<\/th>/);
});

test("the pictures of a page are told, to be shipped with it", () => {
  const { html, pictures } = render('![A "panel"](images/panel.png)\n\n![x](https://x.test/x.png)');
  assert.deepEqual(pictures, ["images/panel.png"]);
  assert.match(html, /<img src="images\/panel.png" alt="A &quot;panel&quot;">/);
});
