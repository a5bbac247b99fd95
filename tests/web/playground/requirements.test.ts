import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import { downloadScript, downloadZip } from "../../../web/src/playground/download.ts";
import { addRequirement, listRequirements } from "../../../web/src/playground/requirements.ts";
import { bytesOf, textOf } from "../sources/world.ts";

const INDEX = {
  imports: { pandas: "pandas" },
  packages: { pandas: { file: "pandas-3.0.2-cp314.whl", size: 1, depends: [] } },
};

it("says of each package where it comes from, and first what cannot be had", () => {
  const script = "import pandas\nimport rare_thing\nimport torch\n";
  const found = listRequirements(new Map([["app.py", bytesOf(script)]]), "app.py", INDEX);
  expect(found.map(({ name, how }) => [name, how])).toEqual([
    ["torch", "impossible"],
    ["rare-thing", "index"],
    ["pandas", "site"],
  ]);
  expect(found.at(-1)?.note).toBe("3.0.2");
  expect(found[0]?.note).toMatch(/\w+/);
});

it("one more goes to the end of requirements.txt", () => {
  const files = new Map([["requirements.txt", bytesOf("attrs\n\n")]]);
  expect(textOf(addRequirement(files, " rich>=13 "), "requirements.txt")).toBe("attrs\nrich>=13\n");
  expect(textOf(addRequirement(new Map(), "rich"), "requirements.txt")).toBe("rich\n");
});

it("a zip has no secrets, hidden files or what git ignores, and says so", async () => {
  const files = {
    "my app.py": "a",
    "data/a.csv": "1",
    ".streamlit/secrets.toml": "key",
    ".env": "key",
    ".gitignore": "*.key",
    "a.key": "key",
  };
  const all = new Map(Object.entries(files).map(([path, text]) => [path, bytesOf(text)]));
  const { name, bytes, leftOut } = await downloadZip(all, "my app.py");
  expect(name).toBe("my app.zip");
  expect(Object.keys(unzipSync(bytes)).sort()).toEqual(["data/a.csv", "my app.py"]);
  expect(leftOut).toEqual([".env", ".gitignore", ".streamlit/secrets.toml", "a.key"]);
  expect(downloadScript(all, "my app.py")).toMatchObject({
    name: "my app.py",
    bytes: bytesOf("a"),
  });
});
