/** CodeMirror as a React component, in a shadow root of its own. */
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { useStore } from "../kit/index.ts";
import type { AppController } from "../page/page.tsx";
import { type CodeEvents, CodeView } from "./code-view.ts";
import type { Workspace } from "./workspace.ts";

export interface CodeEditorHandle {
  goTo: (line: number) => void;
  focus: () => void;
}

interface CodeEditorProps extends Pick<CodeEvents, "onSave" | "onFormat"> {
  workspace: Workspace;
  app: AppController;
  ref: Ref<CodeEditorHandle>;
}

export function CodeEditor({ workspace, app, onSave, onFormat, ref }: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<CodeView>(null);
  const events = useRef({ onSave, onFormat });
  events.current = { onSave, onFormat };
  const path = useStore(workspace.selected);
  const replaced = useStore(workspace.replaced);
  const problems = useStore(app.problems);

  useEffect(() => {
    const host = place.current as HTMLDivElement;
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const inside = document.createElement("div");
    inside.style.height = "100%";
    root.replaceChildren(inside);
    const made = new CodeView(inside, root, {
      onChange: (path, text) => workspace.type(path, text),
      onSave: () => events.current.onSave(),
      onFormat: () => events.current.onFormat(),
    });
    view.current = made;
    workspace.isUnfinished = () => made.isCompleting;
    return () => {
      workspace.isUnfinished = () => false;
      view.current = null;
      made.destroy();
    };
  }, [workspace]);

  useEffect(() => view.current?.show(path, workspace.textOf(path) ?? ""), [workspace, path]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the count tells that the text is another one
  useEffect(() => {
    const text = workspace.textOf(workspace.selected.get());
    if (text !== null) view.current?.replace(text);
  }, [workspace, replaced]);

  useEffect(() => view.current?.showProblems(problems), [problems]);

  useImperativeHandle(
    ref,
    () => ({
      goTo: (line) => view.current?.goTo(line),
      focus: () => view.current?.focus(),
    }),
    [],
  );

  const isText = workspace.textOf(path) !== null;
  return (
    <>
      <div className="ts-editor-place" ref={place} hidden={!isText} />
      {!isText && <p className="ts-editor-note">{path} is no text. The app reads it as it is.</p>}
    </>
  );
}
