import { expect, it } from "vitest";
import { tryIconAddress } from "../../../web/src/page/favicon.ts";

const SITE = "https://apps.example/play/";

const tryRead = async (icon: string) =>
  decodeURIComponent((await tryIconAddress(icon, SITE)) ?? "nothing");

it("draws an emoji, by itself or by its short name, and no more than one letter", async () => {
  expect(await tryRead("🦈")).toMatch(/^data:image\/svg\+xml,<svg.*>🦈<\/text><\/svg>$/);
  expect(await tryRead(":shark:")).toBe(await tryRead("🦈"));
  expect(await tryRead("👩‍🚀</text><script>")).toMatch(/>👩‍🚀<\/text><\/svg>$/);
});

it("finds an icon's file at the site, and takes pictures by their address", async () => {
  expect(await tryRead(":material/thumb_up:")).toBe(`${SITE}icons/thumb_up.svg`);
  expect(await tryRead("https://pictures.example/a.png")).toBe("https://pictures.example/a.png");
  expect(await tryRead("data:image/png;base64,AAAA")).toBe("data:image/png;base64,AAAA");
});

it.each([":no-such-emoji:", ":constructor:", ":material/../x:", "javascript:alert(1)", "words"])(
  "makes nothing of %s",
  async (icon) => {
    expect(await tryRead(icon)).toBe("nothing");
  },
);
