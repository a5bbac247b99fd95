/** What packages the site has; made by the build, see web/vite.config.ts. */
declare module "virtual:site-index" {
  const index: import("./app/boot-options.ts").SiteIndex;
  export default index;
}

/** Our version, from py/tabstream/_version.py. */
declare const __VERSION__: string;

/** The document of a frame for somebody else's app; see sandbox/. */
declare module "virtual:sandbox-frame" {
  const html: string;
  export default html;
}
