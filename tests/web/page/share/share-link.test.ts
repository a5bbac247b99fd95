import { expect, it } from "vitest";
import { AddressBar } from "../../../../web/src/page/address-bar.ts";
import type { OpenedApp } from "../../../../web/src/page/opened-app.ts";
import { shareApp } from "../../../../web/src/page/share/share-link.ts";
import { decodeCode, type SourceSpec } from "../../../../web/src/sources/sources.ts";
import { bytesOf, HELLO, SITE } from "../../sources/world.ts";

/** The address bar of a window that is at `href`. */
function barAt(href: string): AddressBar {
  const history = { replaceState() {}, pushState() {}, state: null } as unknown as History;
  const location = { href } as Location;
  return new AddressBar({ location, history, addEventListener() {} }, SITE);
}

function appOf(files: Record<string, string>): OpenedApp {
  const given = Object.entries(files).map(([path, text]) => [path, bytesOf(text)] as const);
  const state = { get: () => ({ settings: null }) };
  return {
    project: { entry: "app.py" },
    files: new Map(given),
    controller: { state },
  } as unknown as OpenedApp;
}

const APP = appOf({ "app.py": HELLO, ".streamlit/secrets.toml": "key = 1", "a.csv": "a" });

it("an app from an address is passed on by that, as it is now or as it begins", async () => {
  const gist = "https://gist.github.com/ann/0123456789abcdef0123";
  const bar = barAt(
    `${SITE}?script=${gist}&arg=1&embed=true&embed_options=dark_theme&n=3&page=two`,
  );
  const now = await shareApp(APP, bar, { withState: true, inEditor: false });
  expect(now).toMatchObject({
    address: `${SITE}?script=${gist}&arg=1&page=two&n=3`,
    embedded: `${SITE}?script=${gist}&arg=1&embed=true&page=two&n=3`,
    title: "app.py",
    hasState: true,
    isCarried: false,
    isLocal: false,
    leftOut: [],
  });
  expect((await shareApp(APP, bar, { withState: false, inEditor: false })).address).toBe(
    `${SITE}?script=${gist}&arg=1`,
  );
});

it("an app from the disk goes along in the link, without its secrets", async () => {
  const bar = barAt(`${SITE}?n=3`);
  const picked: SourceSpec = { kind: "picked", files: [] };
  const at = { source: picked, hasState: true, linkTo: bar.linkTo.bind(bar) };
  const { address, isCarried, leftOut } = await shareApp(APP, at, {
    withState: true,
    inEditor: false,
  });
  expect(address).toContain(`${SITE}?n=3#code=1.`);
  expect({ isCarried, leftOut }).toEqual({ isCarried: true, leftOut: [".streamlit/secrets.toml"] });
  const { entry, files } = decodeCode(address.split("#code=")[1] as string);
  expect(entry).toBe("app.py");
  expect([...files.keys()]).toEqual(["a.csv", "app.py"]);
});

it("an app from an address that was changed here goes along as it is now", async () => {
  const bar = barAt(`${SITE}?script=a.py&edit=true`);
  const changed = { ...APP, isChanged: true } as unknown as OpenedApp;
  const { address } = await shareApp(changed, bar, { withState: true, inEditor: true });
  expect(address).toContain(`${SITE}?edit=true#code=1.`);
});

it("an app that was built into the site is at the site's own address", async () => {
  const bar = barAt(`${SITE}?n=3`);
  const source: SourceSpec = { kind: "served", manifest: "_app.json?v=12ab" };
  const at = { source, hasState: true, linkTo: bar.linkTo.bind(bar) };
  expect((await shareApp(APP, at, { withState: true, inEditor: false })).address).toBe(
    `${SITE}?n=3`,
  );
  const project = { ...APP.project, watch: () => () => {} };
  const live = { ...APP, project } as unknown as OpenedApp;
  expect((await shareApp(live, at, { withState: true, inEditor: false })).address).toContain(
    "#code=1.",
  );
});
