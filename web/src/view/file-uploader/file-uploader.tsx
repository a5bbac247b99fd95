/** Files of a person: dropped, pasted, or picked. */
import { File as FileIcon, Upload, X } from "lucide-react";
import { useId, useRef } from "react";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button, Icon, Spinner } from "../../kit/index.ts";
import { useWidget } from "../app-context.ts";
import { toPlainText } from "../markdown/index.ts";
import { BoxButton } from "../text-input/button.tsx";
import type { ViewProps } from "../view-props.ts";
import { WidgetLabel } from "../widget-label.tsx";
import { droppedFiles, pickedFiles } from "./drop.ts";
import { type ListedFile, useFiles } from "./files.ts";
import { rulesText, sizeText } from "./rules.ts";
import "./file-uploader.css";

export function FileUploaderView({ node, props }: ViewProps<"file_uploader">) {
  const widget = useWidget<string[]>(node, props, []);
  const { files, add, remove } = useFiles(props, widget);
  const input = useRef<HTMLInputElement>(null);
  const labelId = useId();
  const label = toPlainText(props.label);
  const isFolder = props.accepts === "directory";
  const what = isFolder ? "a folder" : props.accepts === "many" ? "files" : "a file";
  return (
    <section
      className="ts-field stFileUploader"
      data-testid="stFileUploader"
      aria-labelledby={labelId}
      data-disabled={props.disabled || undefined}
    >
      <WidgetLabel props={props} id={labelId} />
      <DropZone
        className="ts-drop-zone"
        data-testid="stFileUploaderDropzone"
        aria-label={`${label}: drop or paste ${what}`}
        isDisabled={props.disabled}
        getDropOperation={() => "copy"}
        onDrop={async ({ items }) => add(await droppedFiles(items, isFolder))}
        // Captured: the zone has a use of its own for clicks.
        onClickCapture={({ target }) => {
          const isButton = (target as Element).closest("button, input") !== null;
          if (!isButton && !props.disabled) input.current?.click();
        }}
      >
        <Icon of={Upload} size={20} />
        <div className="ts-drop-text" data-testid="stFileUploaderDropzoneInstructions">
          <span>{`Drop ${what} here`}</span>
          <span className="ts-field-note">{rulesText(props)}</span>
        </div>
        <FileTrigger
          ref={input}
          data-testid="stFileUploaderDropzoneInput"
          acceptedFileTypes={isFolder ? [] : props.types}
          allowsMultiple={props.accepts === "many"}
          acceptDirectory={isFolder}
          onSelect={(list) => void add(pickedFiles(list))}
        >
          <Button isDisabled={props.disabled} data-testid="stFileUploaderButton">
            {`Choose ${what}`}
          </Button>
        </FileTrigger>
      </DropZone>
      {files.length > 0 && (
        <ul className="ts-files">
          {files.map((file) => (
            <FileRow key={file.key} file={file} isDisabled={props.disabled} onRemove={remove} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface FileRowProps {
  readonly file: ListedFile;
  readonly isDisabled: boolean;
  readonly onRemove: (file: ListedFile) => void;
}

function FileRow({ file, isDisabled, onRemove }: FileRowProps) {
  const { name, size, state, problem } = file;
  return (
    <li className="ts-file" data-testid="stFileUploaderFile" data-state={state}>
      {state === "uploading" ? <Spinner label="Reading" /> : <Icon of={FileIcon} />}
      <span className="ts-file-name" data-testid="stFileUploaderFileName" title={name}>
        {name}
      </span>
      <span className="ts-field-note">{sizeText(size)}</span>
      <BoxButton
        icon={X}
        label={`Remove ${name}`}
        isDisabled={isDisabled || state === "uploading"}
        onPress={() => onRemove(file)}
        data-testid="stFileUploaderDeleteBtn"
      />
      {problem && (
        <p
          className="ts-file-problem ts-field-note ts-field-error"
          data-testid="stFileUploaderFileErrorMessage"
          role="alert"
        >
          {problem}
        </p>
      )}
    </li>
  );
}
