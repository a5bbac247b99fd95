import { describe, expect, it } from "vitest";
import { openSource } from "../../../web/src/sources/sources.ts";
import { gistAnswers, PAGE } from "./gist-answers.ts";
import { HELLO, makeWorld, SITE, settle, type World } from "./world.ts";

const AT = "https://h.example/app.py";
const DAY_MS = 86_400_000;

async function noticesOf(world: World, address: string): Promise<readonly string[]> {
  const { notices } = await openSource({ kind: "address", address }, world.env);
  await settle();
  return notices;
}

describe("a link whose content changed since the last visit", () => {
  it("says so, once", async () => {
    const world = makeWorld({ [AT]: HELLO });
    expect(await noticesOf(world, AT)).toEqual([]);
    world.web.set(AT, `${HELLO}st.write("new")`);
    await world.pass(3 * DAY_MS);
    expect(await noticesOf(world, AT)).toEqual([
      "app.py changed since your last visit, 3 days ago.",
    ]);
    expect(await noticesOf(world, AT)).toEqual([]);
  });

  it("names what came, what went, and what is another", async () => {
    const app = `${HELLO}import helper`;
    const world = makeWorld(gistAnswers({ "app.py": app, "helper.py": "x = 1", "old.csv": "a" }));
    await noticesOf(world, PAGE);
    const next = gistAnswers({ "app.py": app, "helper.py": "x = 2", "new.csv": "a" });
    for (const [url, answer] of Object.entries(next)) world.web.set(url, answer);
    expect(await noticesOf(world, PAGE)).toEqual([
      "helper.py, new.csv, old.csv changed since your last visit, a moment ago.",
    ]);
  });

  it("is no news where it is the site's own script", async () => {
    const world = makeWorld({ [`${SITE}app.py`]: HELLO });
    await noticesOf(world, "app.py");
    world.web.set(`${SITE}app.py`, `${HELLO}st.write("new")`);
    expect(await noticesOf(world, "app.py")).toEqual([]);
  });
});
