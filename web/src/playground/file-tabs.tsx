/** The files of the app, one of which is in the editor. */
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components/Tabs";
import { useStore } from "../kit/index.ts";
import type { Workspace } from "./workspace.ts";

interface FileTabsProps {
  workspace: Workspace;
  entry: string;
  /** The editor of the selected one. */
  children: ReactNode;
}

export function FileTabs({ workspace, entry, children }: FileTabsProps) {
  const files = useStore(workspace.files);
  const selected = useStore(workspace.selected);
  return (
    <Tabs
      className="ts-file-tabs"
      selectedKey={selected}
      onSelectionChange={(key) => workspace.selected.set(String(key))}
    >
      <TabList aria-label="Files of the app" className="ts-file-list">
        {inOrder(files.keys(), entry).map((path) => (
          <Tab key={path} id={path} className="ts-file-tab">
            {path}
          </Tab>
        ))}
      </TabList>
      {/* One panel for all: the editor keeps each file's history, and is not made anew. */}
      <TabPanel id={selected} className="ts-editor">
        {children}
      </TabPanel>
    </Tabs>
  );
}

/** The script first. */
function inOrder(paths: Iterable<string>, entry: string): string[] {
  const others = [...paths].filter((path) => path !== entry).sort();
  return [entry, ...others];
}
