import { expect, it } from "vitest";
import { failures } from "../../../web/src/sources/errors.ts";

const all = [
  failures.notAnAddress("x"),
  failures.pathOnDisk("C:\\app.py"),
  failures.personsGists("x"),
  failures.directory("x"),
  failures.insecure("x"),
  failures.notebook("x"),
  failures.page("x"),
  failures.binary("x"),
  failures.empty("x"),
  failures.noPython("x", []),
  failures.noPython("x", ["a.md", "b.md", "c.md", "d.md", "e.md", "f.md"]),
  failures.notPython("x", "md"),
  failures.tooLarge("x", "It has 9 MB", "5 MB"),
  failures.missing("x"),
  failures.missingFile("x", "app.py", ["main.py"]),
  failures.refused("x", 403),
  failures.limit("x", "api.github.com", 403, 12),
  failures.limit("x", "h.example", 429, undefined),
  failures.server("x", 500),
  failures.cors("x", "h.example"),
  failures.network("x", "h.example"),
  failures.serverGone("x"),
  failures.badCode("x", "It is cut."),
  failures.lost("x"),
  failures.forbidden("x"),
];

it.each(all)("$kind: says what was asked, why it failed and what would work", (error) => {
  expect(error.asked).not.toBe("");
  expect(error.why).toMatch(/^[A-Za-z].*\.$/);
  expect(error.remedy).toMatch(/^[A-Z].*[.]$/);
  expect(error.message).toBe(`${error.asked}: ${error.why} ${error.remedy}`);
});

it("no two failures have the same words", () => {
  expect(new Set(all.map(({ why, remedy }) => why + remedy)).size).toBe(all.length);
});

it("long lists are cut, and the time to wait is told", () => {
  expect(failures.noPython("x", ["a", "b", "c", "d", "e", "f"]).why).toBe(
    "No Python file is in it, only a, b, c, d and 2 more.",
  );
  expect(failures.limit("x", "api.github.com", 403, 12).remedy).toMatch(/^Try again in 12 minutes/);
});
