/** HTML of the script, cleaned before it is shown. */
import { AuthorHtml } from "./markdown/index.ts";
import type { ViewProps } from "./view-props.ts";

export function HtmlView({ props }: ViewProps<"html">) {
  return (
    <div className="ts-html stHtml" data-testid="stHtml">
      <AuthorHtml html={props.body} />
    </div>
  );
}
