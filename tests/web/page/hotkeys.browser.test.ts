import { afterEach, beforeEach, expect, it } from "vitest";
import { isShortcut } from "../../../web/src/kit/index.ts";
import { AppController } from "../../../web/src/page/app-controller.ts";
import { onHotkey } from "../../../web/src/page/hotkeys.ts";
import type { ToUnit } from "../../../web/src/protocol/port.ts";

let told: ToUnit["type"][] = [];
let ports: MessagePort[] = [];
let page: AbortController;
let app: AppController;

beforeEach(() => {
  const { port1, port2 } = new MessageChannel();
  ports = [port1, port2];
  told = [];
  port2.onmessage = ({ data }: MessageEvent<ToUnit>) => told.push(data.type);
  app = new AppController(port1);
  page = new AbortController();
  const { signal } = page;
  const onKey = (event: KeyboardEvent): void => {
    if (isShortcut(event)) onHotkey(event, app);
  };
  window.addEventListener("keydown", onKey, { signal });
});

afterEach(() => {
  page.abort();
  for (const port of ports) port.close();
  document.body.replaceChildren();
});

/** Presses a key while the first element of `html` has the focus. */
function press(html: string, key: string, options: KeyboardEventInit = {}): void {
  document.body.innerHTML = html;
  const target = document.body.firstElementChild ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...options }));
}

/** Waits until what was sent has arrived, by sending one message more. */
async function expectTold(...types: ToUnit["type"][]): Promise<void> {
  press("<p></p>", "r");
  await expect.poll(() => told).toEqual([...types, "rerun"]);
}

it("runs the script again on r and clears the caches on c", async () => {
  press("<p></p>", "r");
  press("<p></p>", "c");
  await expectTold("rerun", "clear_caches");
});

it("shows the caches on Shift+C, and clears nothing", async () => {
  press("<p></p>", "C", { shiftKey: true });
  expect(app.panel.get()).toBe("caches");
  press("<p></p>", "c", { shiftKey: true }); // with Caps Lock
  expect(app.panel.get()).toBeNull();
  press("<textarea></textarea>", "C", { shiftKey: true });
  press("<p></p>", "C", { shiftKey: true, ctrlKey: true });
  expect(app.panel.get()).toBeNull();
  await expectTold();
});

it.each([
  '<input type="range">',
  '<input type="checkbox">',
  '<input type="radio">',
  "<button>Go</button>",
  '<a href="#here">Link</a>',
])("hears its keys on %s, where nobody types", async (html) => {
  press(html, "r");
  await expectTold("rerun");
});

it.each([
  "<input>",
  '<input type="search">',
  '<input type="number">',
  '<input type="date">',
  "<textarea></textarea>",
  "<select></select>",
  '<p contenteditable="true">text</p>',
  '<div role="listbox"></div>',
  '<div role="grid"></div>',
  '<div role="menu"></div>',
])("leaves letters alone on %s", async (html) => {
  press(html, "r");
  press(html, "c");
  await expectTold();
});

it("leaves the browser its own keys, and a key that is held down counts once", async () => {
  press("<p></p>", "r", { ctrlKey: true });
  press("<p></p>", "c", { metaKey: true });
  press("<p></p>", "r", { altKey: true });
  press("<p></p>", "r", { repeat: true });
  await expectTold();
});
