/** The frame of an app: its main part, its sidebar, what is pinned to the bottom, and toasts. */
import { type ReactNode, type Ref, useLayoutEffect, useRef } from "react";
import { ToastRegion } from "../../kit/index.ts";
import { BOTTOM, EVENT, MAIN } from "../../protocol/messages.ts";
import type { TreeNode } from "../../tree/tree.ts";
import { useApp, useNode } from "../app-context.ts";
import { Children } from "../block.tsx";
import { Column } from "./column.tsx";
import { useContentHeight } from "./content-height.ts";
import { Sidebar, type SidebarState } from "./sidebar.tsx";
import "./app-frame.css";

interface AppFrameProps {
  layout: "centered" | "wide";
  sidebar: SidebarState;
  /** What stands above the elements: progress, a failure, a script that does not compile. */
  notice: ReactNode;
  /** Whether there is room around the content; a part of another page does without. */
  hasPadding: boolean;
  /** Whether what is shown is a picture of the last visit, and no run has drawn anything. */
  showsLastVisit: boolean;
  /** Hears the content's height whenever it changes; null when nobody asks for it. */
  onHeight: ((height: number) => void) | null;
}

export function AppFrame(props: AppFrameProps) {
  const { layout, sidebar, notice, hasPadding, showsLastVisit, onHeight } = props;
  const { tree, toasts } = useApp();
  const measure = useContentHeight(onHeight);
  return (
    <AppElement layout={layout} hasPadding={hasPadding} showsLastVisit={showsLastVisit}>
      {/* "appview-container" is the name that the oldest style sheets know. */}
      <div
        className="ts-app-view stAppViewContainer appview-container"
        data-testid="stAppViewContainer"
      >
        <Sidebar initial={sidebar} />
        <section className="ts-main stMain" data-testid="stMain" aria-label="App">
          <div
            ref={measure}
            className="ts-column stMainBlockContainer"
            data-testid="stMainBlockContainer"
          >
            {notice}
            <Column node={tree.root(MAIN)} />
          </div>
          <Bottom ref={measure} node={tree.root(BOTTOM)} />
        </section>
      </div>
      <Events node={tree.root(EVENT)} />
      <ToastRegion toasts={toasts.queue} testId="stToastContainer" />
    </AppElement>
  );
}

type AppElementProps = Pick<AppFrameProps, "layout" | "hasPadding" | "showsLastVisit"> & {
  children: ReactNode;
};

/**
 * What people's CSS and browser tests find. The script's state changes twice in every run, so it is
 * written where it belongs and nothing is drawn anew for it.
 */
function AppElement({ layout, hasPadding, showsLastVisit, children }: AppElementProps) {
  const { run } = useApp();
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const show = () => element.current?.setAttribute("data-test-script-state", run.get().script);
    show();
    return run.watch(show);
  }, [run]);
  return (
    <div
      ref={element}
      className="ts-app stApp"
      data-testid="stApp"
      data-test-connection-state="CONNECTED"
      data-layout={layout}
      data-tight={!hasPadding || undefined}
      data-last-visit={showsLastVisit || undefined}
    >
      {children}
    </div>
  );
}

function Bottom({ node, ref }: { node: TreeNode; ref: Ref<HTMLDivElement> }) {
  useNode(node);
  if (node.children.length === 0) return null;
  return (
    <div ref={ref} className="ts-bottom stBottom" data-testid="stBottom">
      <div className="ts-column stBottomBlockContainer" data-testid="stBottomBlockContainer">
        <Column node={node} />
      </div>
    </div>
  );
}

/** What has no place on the page: each draws itself where it belongs. */
function Events({ node }: { node: TreeNode }) {
  useNode(node);
  return (
    <div className="stEventContainer" data-testid="stEvent" hidden={node.children.length === 0}>
      <Children node={node} />
    </div>
  );
}
