/** Completion of `st.` and a word on it when the pointer rests there, with what its docstring says. */
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { pythonLanguage } from "@codemirror/lang-python";
import type { Extension } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import { aliasesIn, findStName, type StName, stNames } from "./st-names.ts";

/** `st.`, and what of a name is written behind it; with `column_config.` between them, too. */
const WRITTEN = /(\w+)\.((?:column_config\.)?\w*)$/;

/** The same around a place in the middle of a name. */
const NAMED = /(\w+)\.((?:column_config\.)?\w+)/g;

const TYPES: Record<string, string> = {
  function: "function",
  value: "variable",
  module: "namespace",
};

/** What may follow `st.` at the cursor. */
export function completeSt(context: CompletionContext): CompletionResult | null {
  const before = context.matchBefore(WRITTEN);
  const [, alias = "", written = ""] = WRITTEN.exec(before?.text ?? "") ?? [];
  if (!before || !aliasesIn(context.state.doc.toString()).has(alias)) return null;
  return { from: context.pos - written.length, options: OPTIONS, validFor: /^[\w.]*$/ };
}

const OPTIONS: readonly Completion[] = stNames
  .filter(({ kind }) => kind !== "missing")
  .map((one) => ({
    label: one.name,
    type: TYPES[one.kind] ?? "variable",
    // What begins with a capital letter or an underscore of the past is seldom what is looked for.
    boost: /^[A-Z]|^experimental_|\./.test(one.name) ? -50 : 0,
    info: () => describe(one),
  }));

function describe({ name, signature, doc }: StName): HTMLElement {
  const about = document.createElement("div");
  about.className = "ts-signature";
  const code = document.createElement("code");
  code.textContent = `st.${name}${signature}`;
  about.append(code);
  if (doc) {
    const words = document.createElement("p");
    words.textContent = doc;
    about.append(words);
  }
  return about;
}

const hover = hoverTooltip((view, place) => {
  const { from, text } = view.state.doc.lineAt(place);
  for (const { index, 0: whole, 1: alias = "", 2: name = "" } of text.matchAll(NAMED)) {
    const [start, end] = [from + index, from + index + whole.length];
    const found = start <= place && place <= end ? findStName(name) : null;
    if (found && aliasesIn(view.state.doc.toString()).has(alias)) {
      return { pos: start, end, create: () => ({ dom: describe(found) }) };
    }
  }
  return null;
});

export const stCompletion: Extension = [
  pythonLanguage.data.of({ autocomplete: completeSt }),
  hover,
];
