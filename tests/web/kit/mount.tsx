import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { onTestFinished } from "vitest";
import { Root, resolveTheme, type Theme } from "../../../web/src/kit/index.ts";
import { AssetsProvider } from "../../../web/src/view/assets.ts";
import { siteAssets } from "../../../web/src/view/site-assets.ts";

/** Puts elements on the page, in a root of their own; they are gone when the test is over. */
export function mount(children: ReactNode, theme: Theme = resolveTheme({}, "light")): Mounted {
  const place = document.createElement("div");
  document.body.append(place);
  const root = createRoot(place);
  const assets = siteAssets(document.baseURI);
  const show = (next: ReactNode) =>
    root.render(
      <AssetsProvider value={assets}>
        <Root theme={theme}>{next}</Root>
      </AssetsProvider>,
    );
  const unmount = () => {
    root.unmount();
    place.remove();
  };
  onTestFinished(unmount);
  show(children);
  return { place, show, unmount };
}

export interface Mounted {
  readonly place: HTMLElement;
  /** Shows something else in the same place, as a rerun does. */
  readonly show: (children: ReactNode) => void;
  readonly unmount: () => void;
}
