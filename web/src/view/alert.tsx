/** A notice in a coloured box. */
import { Alert } from "../kit/index.ts";
import { Glyph, RichText } from "./markdown/index.ts";
import type { ViewProps } from "./view-props.ts";

export function AlertView({ props }: ViewProps<"alert">) {
  const { level, title, body, icon } = props;
  return (
    <div className="stAlert" data-testid="stAlert">
      <Alert
        tone={level}
        icon={icon ? <Glyph icon={icon} /> : null}
        title={title ? <RichText inline text={title} /> : undefined}
        className="stAlertContainer"
        data-testid="stAlertContainer"
      >
        <div data-testid={`stAlertContent${level.charAt(0).toUpperCase()}${level.slice(1)}`}>
          <RichText text={body} />
        </div>
      </Alert>
    </div>
  );
}
