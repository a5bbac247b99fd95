import { describe, expect, it } from "vitest";
import { judgeOrigin, readLinkRule } from "../../../web/src/page/link-rule.ts";

const GIST = { host: "gist.github.com" };
const CARRIED = {};

describe("the rule of a site's owner", () => {
  it.each([
    [undefined, "run"],
    ["run", "run"],
    [" Ask ", "ask"],
    ["none", "none"],
    ["nnoe", "ask"],
    ["", "ask"],
  ] as const)("%j lets a page %s", (word, action) => {
    expect(judgeOrigin(GIST, readLinkRule(word, ""))).toBe(action);
  });

  it("may be for some hosts, and for scripts in the link itself", () => {
    const rule = readLinkRule("run", "gist.github.com, Scripts.Example");
    expect(judgeOrigin(GIST, rule)).toBe("run");
    expect(judgeOrigin({ host: "scripts.example" }, rule)).toBe("run");
    expect(judgeOrigin({ host: "other.example" }, rule)).toBe("none");
    expect(judgeOrigin({ host: "sub.scripts.example" }, rule)).toBe("none");
    expect(judgeOrigin(CARRIED, rule)).toBe("none");
    expect(judgeOrigin(CARRIED, readLinkRule("ask", "link"))).toBe("ask");
  });
});
