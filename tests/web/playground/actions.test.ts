import { expect, it, vi } from "vitest";
import type { OpenedApp } from "../../../web/src/page/page.tsx";
import { Actions, type Place } from "../../../web/src/playground/actions.ts";

function actions(changes: Partial<Place> = {}) {
  const files = new Map([["app.py", new TextEncoder().encode("1")]]);
  const app = { files, project: { entry: "app.py" }, write: vi.fn() } as unknown as OpenedApp;
  const place: Place = {
    keep: async () => {},
    discard: async () => {},
    save: null,
    download: vi.fn(),
    after: () => () => {},
    ...changes,
  };
  return new Actions(app, place);
}

it("picked files become the app's, and none is no news", async () => {
  const editor = actions();
  await editor.upload(Promise.resolve([]));
  expect(editor.word.get()).toBe("");
  await editor.upload(Promise.resolve([new File(["a"], "a.csv"), new File(["b"], "b.csv")]));
  expect(editor.word.get()).toBe("Added a.csv, b.csv.");
  expect(editor.workspace.textOf("b.csv")).toBe("b");
});

const refuse = () => {
  throw new Error("no way");
};
it.each<[string, (editor: Actions) => Promise<void>, string]>([
  ["picking", (editor) => editor.upload(Promise.reject(new Error("no way"))), "Not added: no way"],
  ["a download", (editor) => editor.downloadZip(), "Not downloaded: no way"],
  ["discarding", (editor) => editor.discard(), "Not discarded: no way"],
])("a person hears why %s does not work", async (_, act, word) => {
  const editor = actions({ discard: async () => refuse(), download: refuse });
  await act(editor);
  expect(editor.word.get()).toBe(word);
});
