import { renderToStaticMarkup } from "react-dom/server";
import { AssetsProvider, loadChunk } from "../../../../web/src/view/assets.ts";
import { RichText, type RichTextProps } from "../../../../web/src/view/markdown/index.ts";
import { assetsWith } from "./site.ts";

const assets = assetsWith();
await Promise.all([loadChunk(assets, "emoji"), loadChunk(assets, "highlight")]);

/** The HTML of a rich text, without the element around it. */
export function markup(text: string, props: Omit<RichTextProps, "text"> = {}): string {
  const html = renderToStaticMarkup(
    <AssetsProvider value={assets}>
      <RichText text={text} {...props} />
    </AssetsProvider>,
  );
  // React puts preload links for images before the element.
  return html.replace(/^(?:<link[^>]*>)*<div[^>]*>/, "").replace(/<\/div>$/, "");
}
