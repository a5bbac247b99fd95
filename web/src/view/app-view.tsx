/** The frame of an app: its main part, its sidebar, and what is pinned to the bottom. */
import { MAIN, SIDEBAR } from "../protocol/messages.ts";
import { useApp, useNode } from "./app-context.ts";
import { Children } from "./block.tsx";
import "./app-view.css";

export function AppView({ script }: { script: string }) {
  const { tree } = useApp();
  const main = tree.root(MAIN);
  const sidebar = tree.root(SIDEBAR);
  useNode(main);
  useNode(sidebar);
  return (
    <div
      className="ts-app stApp"
      data-testid="stApp"
      data-test-script-state={script}
      data-test-connection-state="CONNECTED"
    >
      {sidebar.children.length > 0 && (
        <section className="ts-sidebar stSidebar" data-testid="stSidebar" aria-label="Sidebar">
          <Children node={sidebar} />
        </section>
      )}
      <main className="ts-main stMain" data-testid="stMain">
        <div className="ts-column stMainBlockContainer" data-testid="stMainBlockContainer">
          <div className="ts-vertical stVerticalBlock" data-testid="stVerticalBlock">
            <Children node={main} />
          </div>
        </div>
      </main>
    </div>
  );
}
