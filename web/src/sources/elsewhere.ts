import { locate } from "./locate.ts";
import type { SourceSpec } from "./project.ts";

/** Whether a script is somebody else's, as far as its address tells; its host may still send it on. */
export function isElsewhere(spec: SourceSpec, site: string): boolean {
  if (spec.kind === "code") return true;
  if (spec.kind !== "address") return false;
  try {
    const place = locate(spec.address, site);
    return place.kind !== "link" || new URL(place.url).origin !== new URL(site).origin;
  } catch {
    return false; // which is told when it is opened
  }
}
