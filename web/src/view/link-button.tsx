/** A button that opens an address. */
import { useRef } from "react";
import { Link } from "react-aria-components/Link";
import { useWidget } from "./app-context.ts";
import { ButtonContent } from "./button-content.tsx";
import { ButtonHelp } from "./button-help.tsx";
import { useShortcut } from "./button-shortcut.ts";
import { tryLinkAddress } from "./markdown/index.ts";
import type { ViewProps } from "./view-props.ts";

export function LinkButtonView({ node, props }: ViewProps<"link_button">) {
  const widget = useWidget(node, props, false);
  const place = useRef<HTMLDivElement>(null);
  const address = tryLinkAddress(props.url);
  useShortcut(props.shortcut, place, () => place.current?.querySelector("a")?.click());
  return (
    <div ref={place} className="stLinkButton" data-testid="stLinkButton">
      <ButtonHelp help={props.help}>
        <Link
          className="ts-button"
          data-variant={props.type}
          data-size="medium"
          data-wide={props.width !== "content" || undefined}
          data-testid={`stBaseLinkButton-${props.type}`}
          isDisabled={props.disabled || address === undefined}
          {...(address !== undefined && { href: address })}
          target="_blank"
          rel="noopener noreferrer"
          onPress={() => {
            if (props.reruns) widget.trigger();
          }}
        >
          <ButtonContent node={node} props={props} />
        </Link>
      </ButtonHelp>
    </div>
  );
}
