import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { saveFile } from "../../../web/src/page/save-file.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("clicks a link in the document, and keeps the bytes until the browser has read them", async () => {
  const clicked = new Promise<HTMLAnchorElement>((resolve) => {
    const options = { capture: true, once: true };
    document.addEventListener(
      "click",
      (event) => {
        event.preventDefault();
        resolve(event.target as HTMLAnchorElement);
      },
      options,
    );
  });
  saveFile("notes.txt", "text/plain", new TextEncoder().encode("some notes"));
  const { href, download } = await clicked;
  expect(download).toBe("notes.txt");
  vi.advanceTimersByTime(30_000);
  const answer = await fetch(href);
  expect(answer.headers.get("content-type")).toBe("text/plain");
  expect(await answer.text()).toBe("some notes");
  vi.advanceTimersByTime(60_000);
  await expect(fetch(href)).rejects.toThrow();
  expect(document.querySelector("a[download]")).toBeNull();
});
