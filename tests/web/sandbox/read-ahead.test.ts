import { expect, it, vi } from "vitest";
import { ReadAhead } from "../../../web/src/sandbox/sandbox.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;

it("what was begun is there when it is asked for, once, and everything else is read then", async () => {
  const read = vi.fn(async (path: string) => bytesOf(path));
  const ahead = new ReadAhead(read);
  ahead.begin(["assets/a.js", "images/b.image"]);
  expect(read.mock.calls).toEqual([["assets/a.js"], ["images/b.image"]]);
  const first = await ahead.read("assets/a.js");
  expect(read).toHaveBeenCalledTimes(2);
  // A frame is given the bytes for good: a second time takes bytes of its own.
  expect(await ahead.read("assets/a.js")).not.toBe(first);
  await ahead.read("assets/c.js");
  expect(read).toHaveBeenCalledTimes(4);
  expect(ahead.asked).toEqual(["assets/a.js", "assets/c.js"]);
});

it("reads ahead nothing that a frame may not have, however the note came about", () => {
  const read = vi.fn(async () => bytesOf(""));
  new ReadAhead(read).begin([
    "index.html",
    "assets/../index.html",
    "https://x.example/assets/a.js",
  ]);
  expect(read).not.toHaveBeenCalled();
});

it("what failed is read anew when it is asked for", async () => {
  const read = vi.fn(async (path: string) => bytesOf(path));
  read.mockRejectedValueOnce(new Error("no network"));
  const ahead = new ReadAhead(read);
  ahead.begin(["assets/a.js"]);
  expect(new TextDecoder().decode(await ahead.read("assets/a.js"))).toBe("assets/a.js");
});

it("what is asked for past what is kept is read anew", async () => {
  const read = vi.fn(async (path: string) => bytesOf(path));
  const ahead = new ReadAhead(read);
  ahead.begin(["assets/a.js"]);
  await ahead.read("assets/a.js", { cache: "reload" });
  expect(read.mock.calls).toEqual([["assets/a.js"], ["assets/a.js", { cache: "reload" }]]);
});

it("what was read for nothing goes", async () => {
  const read = vi.fn(async (path: string) => bytesOf(path));
  const ahead = new ReadAhead(read);
  ahead.begin(["assets/a.js"]);
  ahead.drop();
  await ahead.read("assets/a.js");
  expect(read).toHaveBeenCalledTimes(2);
});
