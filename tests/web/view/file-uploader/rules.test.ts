import { describe, expect, it } from "vitest";
import { isOfType, rulesText, sizeText } from "../../../../web/src/view/file-uploader/rules.ts";

describe("a kind of file", () => {
  it.each([
    ["data.CSV", "text/csv", ".csv", true],
    ["data.tar.gz", "", ".tar.gz", true],
    ["data.gz", "", ".tar.gz", false],
    ["photo.png", "image/png", "image/*", true],
    ["photo.png", "image/png", "image/jpeg", false],
    ["song.mp3", "audio/mpeg", "audio/mpeg", true],
  ])("%s (%s) as %s is taken: %s", (name, type, wanted, isTaken) => {
    expect(isOfType({ name, type }, [wanted])).toBe(isTaken);
  });

  it("that is not asked for is any", () => {
    expect(isOfType({ name: "x", type: "" }, [])).toBe(true);
  });
});

it("the rules are told in one line", () => {
  expect(rulesText({ types: [], max_size_mb: 200 })).toBe("Up to 200 MB per file");
  expect(rulesText({ types: [".csv", "image/*", "image/svg"], max_size_mb: 5 })).toBe(
    "Up to 5 MB per file · CSV, images, and SVG",
  );
});

it("a size is told as people say it", () => {
  expect([12, 2_345, 2_345_678, 99_999_999].map(sizeText)).toEqual([
    "12 B",
    "2.3 KB",
    "2.2 MB",
    "95 MB",
  ]);
});
