import { CompletionContext } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { completeSt } from "../../../web/src/playground/completion.ts";
import { diagnosticsOf } from "../../../web/src/playground/problems.ts";
import { aliasesIn, findStName, stNames } from "../../../web/src/playground/st-names.ts";

/** What is offered at the end of a script. */
function offered(text: string): readonly string[] | undefined {
  const state = EditorState.create({ doc: text });
  const found = completeSt(new CompletionContext(state, text.length, false));
  return found?.options.map(({ label }) => label);
}

describe("completion", () => {
  it("offers what there is behind the name that the script has for streamlit", () => {
    expect(offered("import streamlit as st\nst.")).toContain("slider");
    expect(offered("import streamlit\nstreamlit.sl")).toContain("slider");
    expect(offered("import streamlit as app\nx = app.column_config.")).toContain(
      "column_config.NumberColumn",
    );
  });

  it("offers nothing behind other names", () => {
    expect(offered("import streamlit as st\nnp.")).toBeUndefined();
    expect(offered("import numpy as st\nst.")).toBeUndefined();
    expect(offered("import streamlit as st\nslider")).toBeUndefined();
  });

  it("does not offer what is not there yet", () => {
    const missing = stNames.filter(({ kind }) => kind === "missing").map(({ name }) => name);
    expect(missing).toContain("pagination");
    const all = new Set(offered("import streamlit as st\nst."));
    for (const name of missing) expect(all.has(name)).toBe(false);
  });

  it("knows signatures and first sentences from our own docstrings", () => {
    const slider = findStName("slider");
    expect(slider?.signature).toMatch(/^\(label, min_value=None, max_value=None/);
    expect(slider?.doc).toMatch(/\.$/);
    expect(findStName("no_such")).toBeNull();
    expect([...aliasesIn("import streamlit as st\nimport tabstream")]).toEqual(["st", "streamlit"]);
  });
});

describe("problems", () => {
  const { doc } = EditorState.create({ doc: "x = 1\n    y = 1 / 0\n" });
  const problem = { kind: "ZeroDivisionError", text: "division by zero" };

  it("are underlined at the part at fault, or at all of their line", () => {
    const at = (columns: [number, number] | null) =>
      diagnosticsOf([{ ...problem, place: { file: "app.py", line: 2, columns } }], "app.py", doc);
    expect(at([8, 13])).toEqual([
      { from: 14, to: 19, severity: "error", message: "ZeroDivisionError: division by zero" },
    ]);
    expect(at(null)).toMatchObject([{ from: 10, to: 19 }]);
  });

  it("are those of the file that is shown", () => {
    const elsewhere = { ...problem, place: { file: "other.py", line: 1, columns: null } };
    expect(diagnosticsOf([elsewhere, { ...problem, place: null }], "app.py", doc)).toEqual([]);
  });

  it("stay inside a text that has become shorter", () => {
    const place = { file: "app.py", line: 99, columns: [50, 60] as [number, number] };
    const [found] = diagnosticsOf([{ ...problem, place }], "app.py", doc);
    expect(found).toMatchObject({ from: doc.length, to: doc.length });
  });
});
