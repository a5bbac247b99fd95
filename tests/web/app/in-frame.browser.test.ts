import { afterEach, beforeEach, expect, it } from "vitest";
import { relayToPage } from "../../../web/src/app/in-frame.ts";
import { followLink } from "../../../web/src/kit/index.ts";
import type { FromUnit } from "../../../web/src/protocol/port.ts";

let told: FromUnit[] = [];
let life: AbortController;
const stay = (event: Event): void => event.preventDefault();

beforeEach(() => {
  told = [];
  life = new AbortController();
  relayToPage((message) => told.push(message), life.signal);
  // Behind the relay: no test leads the page away.
  window.addEventListener("click", stay);
});

afterEach(() => {
  life.abort();
  window.removeEventListener("click", stay);
  document.body.replaceChildren();
});

function click(html: string): void {
  document.body.innerHTML = html;
  const target = document.querySelector(".target");
  target?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
}

it("a link that leads out is the page's to open", () => {
  click('<a href="https://example.org/a"><b class="target">there</b></a>');
  followLink("mailto:ann@example.org");
  click('<svg><a href="https://example.org/b"><text class="target">there</text></a></svg>');
  expect(told).toEqual([
    { type: "open_link", address: "https://example.org/a" },
    { type: "open_link", address: "mailto:ann@example.org" },
    { type: "open_link", address: "https://example.org/b" },
  ]);
});

it.each([
  '<a class="target" href="javascript:alert(1)">code</a>',
  '<a class="target" href="data:text/html,x">a page</a>',
  '<a class="target" href="blob:x">bytes</a>',
  '<a class="target">no address</a>',
  '<button class="target">no link</button>',
])("%s is not", (html) => {
  click(html);
  expect(told).toEqual([]);
});

it("a link within the app leads there, and not to the page's own address", () => {
  click(
    '<a class="target" href="#there">there</a><div style="height: 5000px"></div><p id="there">x</p>',
  );
  expect(told).toEqual([]);
  expect(document.querySelector("#there")?.getBoundingClientRect().top).toBeLessThan(
    window.innerHeight,
  );
});

it("keys are the page's, unless somebody types", () => {
  document.body.innerHTML = "<p></p><input>";
  const press = (on: string, key: string, options = {}) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, ...options });
    document.querySelector(on)?.dispatchEvent(event);
  };
  press("p", "r");
  press("p", "C", { shiftKey: true });
  press("p", "r", { ctrlKey: true });
  press("p", "ArrowLeft");
  press("input", "r");
  expect(told).toEqual([
    { type: "key", key: "r", isShifted: false },
    { type: "key", key: "C", isShifted: true },
  ]);
});
