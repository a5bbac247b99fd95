import { expect, it, onTestFinished } from "vitest";
import { page } from "vitest/browser";
import { AppController } from "../../../web/src/page/app-controller.ts";
import { Chrome, EmbeddedChrome } from "../../../web/src/page/chrome.tsx";
import type { FromUnit, ToUnit } from "../../../web/src/protocol/port.ts";
import { mount } from "../kit/mount.tsx";

/** The chrome of an app whose unit is the test. */
function drawChrome({ hasMenu }: { hasMenu: boolean }) {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => {
    for (const port of [port1, port2]) port.close();
  });
  const told: ToUnit["type"][] = [];
  port2.onmessage = ({ data }: MessageEvent<ToUnit>) => told.push(data.type);
  const app = new AppController(port1);
  const props = { app, onPickAgain: () => void told.push("open") };
  const { place } = mount(
    hasMenu ? (
      <Chrome {...props} origin={null} onLeave={null} onEdit={() => {}} />
    ) : (
      <EmbeddedChrome {...props} origin={null} />
    ),
  );
  return {
    app,
    told,
    say: (message: FromUnit) => port2.postMessage(message),
    findStatus: () => place.querySelector("[data-testid=stStatusWidget]"),
  };
}

const menu = () => page.getByRole("button", { name: "Main menu" });
const press = (name: string) => page.getByRole("button", { name }).click();

it("has a menu in a tab of its own", async () => {
  drawChrome({ hasMenu: true });
  await expect.element(menu()).toBeVisible();
  await expect.element(page.getByTestId("stToolbar")).toBeVisible();
});

it("offers to stop an embedded script that runs for long, later than elsewhere", async () => {
  const full = drawChrome({ hasMenu: true });
  const embedded = drawChrome({ hasMenu: false });
  for (const { say } of [full, embedded]) say({ type: "state", state: "running" });
  await expect.poll(full.findStatus).not.toBeNull();
  expect(embedded.findStatus()).toBeNull();
  await expect.poll(embedded.findStatus).not.toBeNull();
  embedded.findStatus()?.querySelector("button")?.click();
  await expect.poll(() => embedded.told).toEqual(["stop"]);
});

it("says what is to be known of the app's files until it is dismissed, and keeps it in the log", async () => {
  const { app } = drawChrome({ hasMenu: true });
  app.tellNotices(["app.py changed since your last visit, 3 days ago."]);
  await expect.element(page.getByText(/3 days ago/)).toBeVisible();
  await press("Dismiss");
  await expect.element(page.getByTestId("stNotices")).not.toBeInTheDocument();
  expect(app.log.get()).toMatchObject([{ level: "warning" }]);
});

it("asks in an embedded app what it asks elsewhere", async () => {
  const { app, told, say } = drawChrome({ hasMenu: false });
  say({ type: "blocked", isBlocked: true });
  await press("End it and run");
  await expect.poll(() => told).toEqual(["unblock"]);
  app.state.patch({ unsavedRun: true });
  await press("Rerun");
  await expect.poll(() => told).toEqual(["unblock", "rerun"]);
  app.state.patch({ lost: { what: "app.py", why: "It was moved." } });
  await press("Pick it again");
  await expect.poll(() => told).toEqual(["unblock", "rerun", "open"]);
  expect(menu().elements()).toEqual([]);
});

it("lets a person say in the menu whether results are kept", async () => {
  const { app } = drawChrome({ hasMenu: true });
  const wishes: boolean[] = [];
  app.onSwitchResults = (isKept) => void wishes.push(isKept);
  await menu().click();
  const item = page.getByRole("menuitemcheckbox", { name: "Keep results" });
  await expect.element(item).toBeChecked();
  await item.click();
  await expect.element(item).not.toBeChecked();
  await item.click();
  await expect.element(item).toBeChecked();
  expect(wishes).toEqual([false, true]);
});

it("opens the panel of the caches from the menu, which names its key", async () => {
  const { app } = drawChrome({ hasMenu: true });
  await menu().click();
  const item = page.getByRole("menuitem", { name: "Caches Shift+C" });
  await item.click();
  expect(app.panel.get()).toBe("caches");
});
