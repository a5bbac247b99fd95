/** Run, and everything else that can be done with the files, above the editor. */
import {
  Download,
  FileArchive,
  FilePlus,
  MoreVertical,
  Package,
  PenLine,
  Play,
  Save,
  Sparkles,
  Trash2,
  Undo2,
  Upload,
  X,
} from "lucide-react";
import { Button, IconButton, Menu, MenuDivider, MenuItem, MenuSection } from "../kit/index.ts";
import { type Example, pickFiles } from "../page/page.tsx";
import type { Actions } from "./actions.ts";

interface ToolbarProps {
  actions: Actions;
  examples: readonly Example[];
  /** Whether the file in the editor may be renamed or removed: the script may not. */
  canChange: boolean;
  onNew: () => void;
  onRename: () => void;
  onPackages: () => void;
  onExample: (name: string) => void;
  onClose: () => void;
}

export function Toolbar(props: ToolbarProps) {
  const { actions, examples, canChange, onNew, onRename, onPackages, onExample, onClose } = props;
  return (
    <div className="ts-editor-bar" role="toolbar" aria-label="Editor">
      <Button
        variant="primary"
        size="small"
        icon={actions.canSave ? Save : Play}
        onPress={() => void actions.save()}
      >
        {actions.canSave ? "Save" : "Run"}
      </Button>
      <Button size="small" icon={Package} onPress={onPackages}>
        Packages
      </Button>
      <span className="ts-editor-gap" />
      <Menu label="Files and more" icon={MoreVertical}>
        <MenuItem icon={FilePlus} onAction={onNew}>
          New file
        </MenuItem>
        <MenuItem icon={Upload} onAction={() => void actions.upload(pickFiles())}>
          Upload files
        </MenuItem>
        <MenuItem icon={PenLine} isDisabled={!canChange} onAction={onRename}>
          Rename this file
        </MenuItem>
        <MenuItem icon={Trash2} isDisabled={!canChange} onAction={() => actions.removeSelected()}>
          Remove this file
        </MenuItem>
        <MenuDivider />
        <MenuItem icon={Sparkles} shortcut="Shift+Alt+F" onAction={() => void actions.format()}>
          Format
        </MenuItem>
        <MenuItem icon={Download} onAction={() => actions.downloadScript()}>
          Download the script
        </MenuItem>
        <MenuItem icon={FileArchive} onAction={() => void actions.downloadZip()}>
          Download all as a zip
        </MenuItem>
        <MenuItem
          icon={Undo2}
          isDisabled={!actions.canDiscard}
          onAction={() => void actions.discard()}
        >
          Discard my changes
        </MenuItem>
        <MenuDivider />
        <MenuSection title="Begin with an example">
          {examples.map(({ name, title }) => (
            <MenuItem key={name} onAction={() => onExample(name)}>
              {title}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
      <IconButton icon={X} label="Close the editor" onPress={onClose} />
    </div>
  );
}
