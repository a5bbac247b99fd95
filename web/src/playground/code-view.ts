/** The editor of one file after the other: each keeps its own history, selection and place. */
import {
  autocompletion,
  closeBrackets,
  completionKeymap,
  completionStatus,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
} from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { ScriptProblem } from "../protocol/problems.ts";
import { codeTheme } from "./code-theme.ts";
import { stCompletion } from "./completion.ts";
import { diagnosticsOf } from "./problems.ts";

export interface CodeEvents {
  onChange: (path: string, text: string) => void;
  onSave: () => void;
  onFormat: () => void;
}

export class CodeView {
  readonly #view: EditorView;
  readonly #events: CodeEvents;
  readonly #states = new Map<string, EditorState>();
  #path = "";
  #problems: readonly ScriptProblem[] = [];

  /** The place is in a shadow root: only there styles need no `<style>`, which the policy refuses. */
  constructor(place: HTMLElement, root: ShadowRoot, events: CodeEvents) {
    this.#events = events;
    this.#view = new EditorView({ parent: place, root });
  }

  /** Show a file; its history begins when it is shown first, or became another by anything else. */
  show(path: string, text: string): void {
    if (this.#path) this.#states.set(this.#path, this.#view.state);
    this.#path = path;
    const known = this.#states.get(path);
    const isSame = known?.doc.toString() === withPlainEnds(text);
    this.#view.setState(known && isSame ? known : this.#newState(path, text));
    this.#underline();
  }

  /** Whether a list of completions is open: what is written is not meant yet. */
  get isCompleting(): boolean {
    return completionStatus(this.#view.state) === "active";
  }

  /** What is shown was changed by anything but the keyboard: a step that can be undone. */
  replace(text: string): void {
    const { doc } = this.#view.state;
    const insert = withPlainEnds(text);
    if (doc.toString() === insert) return;
    this.#view.dispatch({ changes: { from: 0, to: doc.length, insert } });
  }

  showProblems(problems: readonly ScriptProblem[]): void {
    this.#problems = problems;
    this.#underline();
  }

  /** Put the cursor into a line. */
  goTo(line: number): void {
    const { doc } = this.#view.state;
    const { from } = doc.line(Math.min(Math.max(1, line), doc.lines));
    this.#view.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    });
    this.#view.focus();
  }

  focus(): void {
    this.#view.focus();
  }

  destroy(): void {
    this.#view.destroy();
  }

  #underline(): void {
    const { state } = this.#view;
    const diagnostics = diagnosticsOf(this.#problems, this.#path, state.doc);
    this.#view.dispatch(setDiagnostics(state, diagnostics));
  }

  #newState(path: string, text: string): EditorState {
    const end = /\r\n/.test(text) && !/(?:^|[^\r])\n/.test(text) ? "\r\n" : "\n";
    return EditorState.create({ doc: text, extensions: this.#extensions(path, end) });
  }

  /** `end` is how the file ends its lines; the editor has one way for all. */
  #extensions(path: string, end: string): Extension[] {
    const { onChange, onSave, onFormat } = this.#events;
    const run = (action: () => void) => () => {
      action();
      return true;
    };
    return [
      EditorView.contentAttributes.of({ "aria-label": `Editor of ${path}` }),
      lineNumbers(),
      foldGutter(),
      lintGutter(),
      history(),
      drawSelection(),
      indentOnInput(),
      indentUnit.of("    "),
      bracketMatching(),
      closeBrackets(),
      autocompletion(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      search({ top: true }),
      EditorView.lineWrapping,
      codeTheme,
      ...(/\.pyw?$/.test(path) ? [python(), stCompletion] : []),
      keymap.of([
        { key: "Mod-s", run: run(onSave), preventDefault: true },
        { key: "Mod-Enter", run: run(onSave) },
        { key: "Shift-Alt-f", run: run(onFormat) },
        ...completionKeymap,
        ...defaultKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...foldKeymap,
        ...lintKeymap,
        // Escape, then Tab, leaves the editor.
        indentWithTab,
      ]),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) onChange(path, state.doc.toString().replaceAll("\n", end));
      }),
    ];
  }
}

function withPlainEnds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
