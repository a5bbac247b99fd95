import { describe, expect, it } from "vitest";
import { LastStarts } from "../../../web/src/page/last-starts.ts";
import type { SourceSpec } from "../../../web/src/sources/sources.ts";
import { localNotes, type Notes } from "../../../web/src/storage/storage.ts";

const SITE = "https://site.test/";
const app = (name: string): SourceSpec => ({ kind: "address", address: `${name}.py` });
const start = (image: string) => ({ lock: ["numpy"], images: [image] });

/** Local storage in memory; each word of it is a string, as in a browser. */
function storage(content = new Map<string, string>()): Notes {
  const localStorage = {
    getItem: (name: string) => content.get(name) ?? null,
    setItem: (name: string, text: string) => void content.set(name, text),
  };
  return localNotes({ localStorage: localStorage as Storage });
}

describe("what an app was started with", () => {
  it("is known at its next visit, for each app and each site", () => {
    const notes = storage();
    new LastStarts(notes, SITE).keep(app("one"), start("a.image"));
    new LastStarts(notes, SITE).keep(app("one"), start("b.image"));
    expect(new LastStarts(notes, SITE).read(app("one"))).toEqual(start("b.image"));
    expect(new LastStarts(notes, SITE).read(app("two"))).toBeNull();
    expect(new LastStarts(notes, `${SITE}other/`).read(app("one"))).toBeNull();
  });

  it("is known of those that were opened last", () => {
    const starts = new LastStarts(storage(), SITE);
    for (let i = 0; i < 60; i += 1) starts.keep(app(`app ${i}`), start(`${i}.image`));
    expect(starts.read(app("app 0"))).toBeNull();
    expect(starts.read(app("app 59"))).toEqual(start("59.image"));
  });

  it("is not known of a picked file, which no address leads to", () => {
    const starts = new LastStarts(storage(), SITE);
    const picked: SourceSpec = { kind: "picked", files: [] };
    starts.keep(picked, start("a.image"));
    expect(starts.read(picked)).toBeNull();
  });

  it.each([
    ["is of another shape", '[1, [2], [3, 4], ["x", {"lock": 1}], null]'],
    ["is no JSON", "{"],
  ])("is not known where what is kept %s", (_, text) => {
    const notes = storage(new Map([[`tabstream starts ${SITE}`, text]]));
    const starts = new LastStarts(notes, SITE);
    expect(starts.read(app("one"))).toBeNull();
    starts.keep(app("one"), start("a.image"));
    expect(starts.read(app("one"))).toEqual(start("a.image"));
  });

  it("is not known where the browser refuses storage", () => {
    const refusing = {
      get localStorage(): Storage {
        throw new DOMException("no", "SecurityError");
      },
    };
    const starts = new LastStarts(localNotes(refusing), SITE);
    starts.keep(app("one"), start("a.image"));
    expect(starts.read(app("one"))).toBeNull();
  });
});
