import { describe, expect, it } from "vitest";
import { encodeCode } from "../../../web/src/sources/encode-code.ts";
import { selectShareable } from "../../../web/src/sources/shareable.ts";
import { bytesOf, HELLO } from "./world.ts";

function select(files: Record<string, string>) {
  const given = Object.entries(files).map(([path, text]) => [path, bytesOf(text)] as const);
  const { files: shared, leftOut } = selectShareable(new Map(given));
  return { shared: [...shared.keys()].sort(), leftOut };
}

it("secrets, hidden files and what tools made stay with their author", () => {
  const { shared, leftOut } = select({
    "app.py": HELLO,
    ".streamlit/secrets.toml": "password = 1",
    ".streamlit/config.toml": "[theme]",
    "sub/.streamlit/secrets.toml": "password = 1",
    ".env": "PASSWORD=1",
    "venv/lib/site.py": "x",
  });
  expect(shared).toEqual([".streamlit/config.toml", "app.py"]);
  expect(leftOut).toEqual([
    ".env",
    ".streamlit/secrets.toml",
    "sub/.streamlit/secrets.toml",
    "venv/lib/site.py",
  ]);
});

describe("what .gitignore names stays, too", () => {
  it("by name, by folder, by pattern, and not what it takes back", () => {
    const { shared } = select({
      ".gitignore": "# private\n/keys.txt\nraw/\n*.db\n!public.db\n",
      "app.py": HELLO,
      "keys.txt": "1",
      "sub/keys.txt": "2",
      "raw/a.csv": "a",
      "sub/raw/b.csv": "b",
      "users.db": "x",
      "public.db": "x",
    });
    expect(shared).toEqual(["app.py", "public.db", "sub/keys.txt"]);
  });

  it("each for its own folder", () => {
    const { shared } = select({
      "app.py": HELLO,
      "data/.gitignore": "*.csv\n",
      "data/a.csv": "a",
      "b.csv": "b",
    });
    expect(shared).toEqual(["app.py", "b.csv"]);
  });

  it("and a script that is to stay cannot be shared by mistake", () => {
    const files = new Map([
      [".gitignore", bytesOf("app.py")],
      ["app.py", bytesOf(HELLO)],
    ]);
    expect(() => encodeCode({ entry: "app.py", files })).toThrow(
      "app.py: It is hidden, or .gitignore names it, so it stays here.",
    );
  });
});
