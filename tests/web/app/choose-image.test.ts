import { describe, expect, it } from "vitest";
import { fittingImage, usableImage } from "../../../web/src/app/choose-image.ts";

const core = { path: "images/core-1.image", size: 1, packages: [] };
const pandas = { path: "images/pandas-1.image", size: 2, packages: ["numpy", "pandas"] };
const altair = { path: "images/altair-1.image", size: 3, packages: ["altair", "numpy", "pandas"] };
const images = [core, pandas, altair];

describe("the image that fits", () => {
  it.each([
    [[], core],
    [["requests"], core],
    [["numpy"], core],
    [["numpy", "pandas"], pandas],
    [["numpy", "pandas", "matplotlib"], pandas],
    [["numpy", "pandas", "altair", "jinja2"], altair],
  ])("is the largest with nothing in it that %j does not need", (packages, expected) => {
    expect(fittingImage(images, packages)).toBe(expected);
    expect(fittingImage(images.toReversed(), packages)).toBe(expected);
  });

  it("is none where the site has none", () => {
    expect(fittingImage([], ["numpy"])).toBeNull();
  });
});

describe("an app starts from it", () => {
  const kept = new Map([[core.path, new Blob(["kept"])]]);

  it("when it is kept, whatever the link", () => {
    const blob = kept.get(core.path);
    expect(
      usableImage(core, { kept, mayFetch: false, mayTake: true, refused: new Set<string>() }),
    ).toEqual({
      path: core.path,
      isWhole: false,
      kept: blob,
    });
  });

  it("when it is worth its download", () => {
    const image = { path: pandas.path, kept: null, isWhole: false };
    expect(
      usableImage(pandas, { kept, mayFetch: true, mayTake: true, refused: new Set<string>() }),
    ).toEqual(image);
    expect(
      usableImage(pandas, { kept, mayFetch: false, mayTake: true, refused: new Set<string>() }),
    ).toBeNull();
  });

  it("when the page has a word in it at all", () => {
    expect(usableImage(core, undefined)).toBeNull();
  });
});
