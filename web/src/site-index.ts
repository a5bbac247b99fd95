/**
 * What the site has of packages and images: part of the page's own code, since nothing can be fetched
 * for an app before it is known what the app needs. A site that `tabstream build` has made for one app
 * has other packages, and says so in its page.
 */
import built from "virtual:site-index";
import type { SiteIndex } from "./app/boot-options.ts";

const own = document.getElementById("tabstream-index")?.textContent;

const index: SiteIndex = own ? JSON.parse(own) : built;
export default index;
