/** A button that saves a file, and a file that was made for a click. */
import { useEffect, useRef } from "react";
import { Button } from "../kit/index.ts";
import type { Bytes } from "../protocol/elements.ts";
import { useApp, useWidget } from "./app-context.ts";
import { ButtonContent } from "./button-content.tsx";
import { ButtonHelp } from "./button-help.tsx";
import { useShortcut } from "./button-shortcut.ts";
import type { ViewProps } from "./view-props.ts";

export function DownloadButtonView({ node, props }: ViewProps<"download_button">) {
  const { download } = useApp();
  const widget = useWidget(node, props, false);
  const place = useRef<HTMLDivElement>(null);
  const { data } = props;
  const press = () => {
    if (props.disabled) return;
    if (data) download(props.file_name, props.mime, data);
    // A file that is yet to be made is made by the run that the click leads to.
    if (props.reruns || !data) widget.trigger();
  };
  useShortcut(props.shortcut, place, press);
  return (
    <div ref={place} className="stDownloadButton" data-testid="stDownloadButton">
      <ButtonHelp help={props.help}>
        <Button
          variant={props.type}
          wide={props.width !== "content"}
          isDisabled={props.disabled}
          onPress={press}
          data-testid={`stBaseButton-${props.type}`}
        >
          <ButtonContent node={node} props={props} />
        </Button>
      </ButtonHelp>
    </div>
  );
}

/** The last run for which a file was saved: a component may be mounted twice, a click is one. */
const savedIn = new WeakMap<Bytes, number>();

/** A file that was made for a click; nothing of it is to be seen. */
export function DownloadView({ props }: ViewProps<"download">) {
  const { download } = useApp();
  const { data, file_name: name, mime, run } = props;
  useEffect(() => {
    if (savedIn.get(data) === run) return;
    savedIn.set(data, run);
    download(name, mime, data);
  }, [download, data, name, mime, run]);
  return null;
}
