/** Tabs. The content of all of them is there, so that a chart keeps its zoom when it comes back. */
import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components/Tabs";
import type { TreeNode } from "../tree/tree.ts";
import { useNode, useWidget } from "./app-context.ts";
import { Vertical } from "./block.tsx";
import { keyClass } from "./element.tsx";
import { Fixed } from "./fixed-height.tsx";
import { RichText } from "./markdown/index.ts";
import { cssSize } from "./sizes.ts";
import { staleness } from "./staleness.ts";
import type { ViewProps } from "./view-props.ts";
import "./tab-container.css";

export function TabContainerView({ node, props }: ViewProps<"tab_container">) {
  const first = props.labels[props.default] ?? "";
  const widget = useWidget<string>(node, props, first);
  const [chosen, setChosen] = useState<string | null>(null);
  const open = props.labels.indexOf(node.widget ? widget.value : (chosen ?? first));
  const choose = (index: number): void => {
    const label = props.labels[index] ?? first;
    if (node.widget) widget.change(label);
    else setChosen(label);
  };
  const tabs = node.children;
  return (
    <div
      className={["ts-tabs", "stTabs", keyClass(node.key)].filter(Boolean).join(" ")}
      data-testid="stTabs"
      {...staleness(node)}
      style={{ inlineSize: cssSize(props.width) }}
    >
      <Tabs
        selectedKey={String(open < 0 ? props.default : open)}
        onSelectionChange={(key) => choose(Number(key))}
      >
        <TabList aria-label="Tabs" className="ts-tab-list">
          {tabs.map((tab, index) => (
            <Tab key={tab.id} id={String(index)} className="ts-tab stTab" data-testid="stTab">
              <RichText inline links={false} text={props.labels[index] ?? ""} />
            </Tab>
          ))}
        </TabList>
        {tabs.map((tab, index) => (
          <TabPanel
            key={tab.id}
            id={String(index)}
            shouldForceMount
            className="ts-tab-panel"
            data-testid="stTabPanel"
          >
            <Fixed height={props.height}>
              <TabContent node={tab} />
            </Fixed>
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}

function TabContent({ node }: { node: TreeNode }) {
  useNode(node);
  return <Vertical node={node} />;
}
