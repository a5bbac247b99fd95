/**
 * The playground: an app's files beside the app. It is a chunk of its own, which nobody loads who only
 * looks at an app.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { Button, Sheet, useStore } from "../kit/index.ts";
import type { PackageIndex } from "../packages/packages.ts";
import type { Example, OpenedApp } from "../page/page.tsx";
import { Actions, type Place } from "./actions.ts";
import { CodeEditor, type CodeEditorHandle } from "./code-editor.tsx";
import { FileTabs } from "./file-tabs.tsx";
import { NameDialog } from "./name-dialog.tsx";
import { PackagesPanel } from "./packages-panel.tsx";
import { Problems } from "./problems-list.tsx";
import { Toolbar } from "./toolbar.tsx";
import "./playground.css";

export interface PlaygroundProps {
  app: OpenedApp;
  place: Place;
  index: PackageIndex;
  examples: readonly Example[];
  /** Open an example in the editor. */
  onExample: (name: string) => void;
  onClose: () => void;
}

type Asking = "name" | "new name" | "packages" | null;

export default function Playground(props: PlaygroundProps) {
  const { app, place, index, examples, onExample, onClose } = props;
  const [actions] = useState(() => new Actions(app, place));
  const { workspace } = actions;
  const { entry } = app.project;
  const [asking, setAsking] = useState<Asking>(null);
  const editor = useRef<CodeEditorHandle>(null);
  const selected = useStore(workspace.selected);
  const word = useStore(actions.word);
  useEffect(() => actions.begin(), [actions]);
  const onSave = useCallback(() => void actions.save(), [actions]);
  useEffect(() => {
    // Wherever the focus is: the browser would save the page.
    const onKey = (event: KeyboardEvent): void => {
      const isSave = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
      if (!isSave || event.defaultPrevented) return;
      event.preventDefault();
      onSave();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [onSave]);
  const onFormat = useCallback(() => void actions.format(), [actions]);

  const goTo = useCallback(
    (path: string, line: number) => {
      workspace.selected.set(path);
      // The editor shows the file with the next drawing.
      requestAnimationFrame(() => editor.current?.goTo(line));
    },
    [workspace],
  );

  return (
    <section className="ts-playground" aria-label="Editor">
      <Toolbar
        actions={actions}
        examples={examples}
        canChange={selected !== entry}
        onNew={() => setAsking("name")}
        onRename={() => setAsking("new name")}
        onPackages={() => setAsking("packages")}
        onExample={onExample}
        onClose={onClose}
      />
      <FileTabs workspace={workspace} entry={entry}>
        <CodeEditor
          ref={editor}
          workspace={workspace}
          app={app.controller}
          onSave={onSave}
          onFormat={onFormat}
        />
      </FileTabs>
      <Problems app={app.controller} onGo={goTo} />
      <p className="ts-editor-word" role="status">
        {word}
      </p>
      {asking === "name" && (
        <NameDialog
          title="A new file"
          name=""
          judge={(name) => actions.judgeName(name)}
          onName={(name) => actions.addEmpty(name)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === "new name" && (
        <NameDialog
          title={`Rename ${selected}`}
          name={selected}
          judge={(name) => actions.judgeName(name)}
          onName={(name) => workspace.rename(selected, name)}
          onClose={() => setAsking(null)}
        />
      )}
      <Sheet
        title="Packages"
        isOpen={asking === "packages"}
        onOpenChange={() => setAsking(null)}
        actions={<Button onPress={() => setAsking(null)}>Done</Button>}
      >
        <div className="ts-panel">
          <PackagesPanel workspace={workspace} entry={entry} index={index} />
        </div>
      </Sheet>
    </section>
  );
}
