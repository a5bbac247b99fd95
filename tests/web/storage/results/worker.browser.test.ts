/** The worker as the page starts it; the test is the page, and the app. */
import { deleteDB } from "idb";
import { afterEach, expect, it } from "vitest";
import type { FromResults, ToResults } from "../../../../web/src/protocol/results.ts";
import { mayHaveResults, startResultsWorker } from "../../../../web/src/storage/storage.ts";

afterEach(() => deleteDB("tabstream results"));

it("keeps what an app puts, from the first message on, and deletes it when told so", async () => {
  expect(await mayHaveResults()).toBe(false);
  const worker = await startResultsWorker();
  const { port1, port2 } = new MessageChannel();
  const heard: FromResults[] = [];
  port1.onmessage = ({ data }: MessageEvent<FromResults>) => void heard.push(data);
  const say = (message: ToResults): void => port1.postMessage(message);
  const put = (key: string): ToResults => {
    return { type: "put", key, made: Date.now(), content: new Uint8Array([1]).buffer };
  };
  say(put("a"));
  say(put("b"));
  worker.open("one", port2);
  say({ type: "recall" });
  await expect
    .poll(() => heard)
    .toMatchObject([{ type: "recalled", known: [{ key: "a" }, { key: "b" }] }]);
  expect(await mayHaveResults()).toBe(true);
  worker.keep("one", false);
  await expect.poll(() => heard.at(-1)).toEqual({ type: "gone", prefix: "" });
  say({ type: "recall" });
  await expect.poll(() => heard.at(-1)).toEqual({ type: "recalled", known: [], recent: [] });
  port1.close();
});
