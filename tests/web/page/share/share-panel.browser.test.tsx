import axe from "axe-core";
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import type { Share, ShareChoice, SharedLink } from "../../../../web/src/page/share/share-link.ts";
import { SharePanel } from "../../../../web/src/page/share/share-panel.tsx";
import { SourceError } from "../../../../web/src/sources/sources.ts";
import { mount } from "../../kit/mount.tsx";

const LINK: SharedLink = {
  address: "https://apps.example/?script=https://gist.github.com/ann/0123",
  embedded: 'https://apps.example/?script=a&embed=true&b="',
  title: "Savings",
  hasState: false,
  isCarried: false,
  isLocal: false,
  leftOut: [],
};

const show = (share: Share) => mount(<SharePanel share={share} />).place;
const shown = (link: Partial<SharedLink>) => show(async () => ({ ...LINK, ...link }));
const field = (name: string) => page.getByRole("textbox", { name });

it("has the link, its picture and its frame", async () => {
  const place = shown({});
  await expect.element(field("Link")).toHaveValue(LINK.address);
  await expect
    .element(field("To embed it in a page"))
    .toHaveValue(
      '<iframe src="https://apps.example/?script=a&amp;embed=true&amp;b=&quot;" title="Savings" width="100%" height="600" loading="lazy"></iframe>',
    );
  const code = page.getByRole("img", { name: "QR code of the link" });
  await expect
    .poll(() => code.element().querySelector("path")?.getAttribute("d"))
    .toMatch(/^M0 0h/);
  const { violations } = await axe.run(place, { resultTypes: ["violations"] });
  expect(violations).toEqual([]);
});

it("makes the link anew with the state or without it", async () => {
  const asked: ShareChoice[] = [];
  show(async (choice) => {
    asked.push(choice);
    const { withState, inEditor } = choice;
    const address = `https://apps.example/${withState ? "?n=3" : ""}${inEditor ? "&edit=true" : ""}`;
    return { ...LINK, address, hasState: true };
  });
  await expect.element(field("Link")).toHaveValue("https://apps.example/?n=3");
  await page.getByRole("checkbox", { name: "In the editor" }).click();
  await expect.element(field("Link")).toHaveValue("https://apps.example/?n=3&edit=true");
  await page.getByRole("checkbox", { name: "As it is now" }).click();
  await expect.element(field("Link")).toHaveValue("https://apps.example/&edit=true");
  expect(asked).toEqual([
    { withState: true, inEditor: false },
    { withState: true, inEditor: true },
    { withState: false, inEditor: true },
  ]);
});

it("says what a link carries, what is left out, and whom it serves", async () => {
  const place = shown({ isCarried: true, isLocal: true, leftOut: [".env", "secret.csv"] });
  await expect.poll(() => place.textContent).toContain("The script and its files are in the link");
  expect(place.textContent).toContain("only this machine can open it");
  await page.getByText("2 files are left out").click();
  await expect.element(page.getByText("secret.csv")).toBeVisible();
});

it("says instead of a picture that the link is too long for one", async () => {
  shown({ address: `https://apps.example/#code=1.${"a".repeat(3_000)}` });
  await expect.element(page.getByText("The link is too long for a QR code.")).toBeVisible();
  expect(page.getByRole("img").query()).toBeNull();
});

it("says why there is no link, and what to do", async () => {
  show(() => Promise.reject(new SourceError("code", "app.py", "It stays here.", "Rename it.")));
  await expect.element(page.getByText("app.py: It stays here. Rename it.")).toBeVisible();
});
