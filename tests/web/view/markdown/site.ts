import type { Assets } from "../../../../web/src/view/assets.ts";
import { siteAssets } from "../../../../web/src/view/site-assets.ts";

/** Assets of a site that has the real chunks and just these files. */
export function assetsWith(files: Readonly<Record<string, string>> = {}): Assets {
  return {
    ...siteAssets("https://site.test/"),
    async text(path) {
      const text = files[path];
      if (text === undefined) throw new Error(`${path}: the site answered 404.`);
      return text;
    },
  };
}
