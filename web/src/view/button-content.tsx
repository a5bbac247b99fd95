/** What stands on a button: an icon, the label, and the keys that press it. */
import { Spinner } from "../kit/index.ts";
import type { Button } from "../protocol/elements.ts";
import type { TreeNode } from "../tree/tree.ts";
import { shortcutText } from "./button-shortcut.ts";
import { Glyph, RichText } from "./markdown/index.ts";
import "./button-content.css";

type ButtonProps = Pick<Button, "label" | "icon" | "icon_position" | "shortcut" | "wrap">;

export function ButtonContent({ node, props }: { node: TreeNode; props: ButtonProps }) {
  const { label, icon, icon_position: position, shortcut } = props;
  return (
    <span className="ts-button-content" data-icon-position={position}>
      {icon && <ButtonIcon icon={icon} />}
      {label && <RichText inline links={false} text={label} wrap={props.wrap ?? mayWrap(node)} />}
      {shortcut && (
        <span className="ts-button-keys" aria-hidden="true">
          {shortcutText(shortcut)}
        </span>
      )}
    </span>
  );
}

/** The picture that an `icon` argument names. */
export function ButtonIcon({ icon }: { icon: string }) {
  return icon === "spinner" ? <Spinner label="Loading" size={16} /> : <Glyph icon={icon} />;
}

/** Side by side, buttons keep to one line each; below each other a long label may take a second. */
export function mayWrap({ parent }: TreeNode): boolean {
  if (parent?.kind === "column") return false;
  return !(
    parent?.kind === "flex_container" &&
    "direction" in parent.props &&
    parent.props.direction === "horizontal"
  );
}
