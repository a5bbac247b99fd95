/** The chrome of a running app: a dot while it runs, Stop beside it, and a menu. */
import {
  Eraser,
  FileCode,
  Info,
  Menu as MenuIcon,
  Printer,
  RotateCw,
  ScrollText,
  Square,
} from "lucide-react";
import { useEffect, useState } from "react";
import { Button, Menu, MenuDivider, MenuItem, MenuSection, useStore } from "../kit/index.ts";
import type { Appearance } from "../protocol/port.ts";
import type { AppController } from "./app-controller.ts";
import "./chrome.css";

/** A script that is over sooner is not worth a sign. */
const SHOW_AFTER_MS = 300;

/** The panels that the menu opens. */
export type Panel = "log" | "source" | "about";

interface ChromeProps {
  app: AppController;
  onPanel: (panel: Panel) => void;
}

export function Chrome({ app, onPanel }: ChromeProps) {
  const { script, isBlocked, unsavedRun } = useStore(app.state);
  return (
    <header className="ts-chrome stAppHeader" data-testid="stHeader">
      {unsavedRun && <SavedPrompt app={app} />}
      {isBlocked && <BlockedPrompt app={app} />}
      <Status app={app} isRunning={script === "running" || script === "rerunRequested"} />
      <MainMenu app={app} onPanel={onPanel} />
    </header>
  );
}

function Status({ app, isRunning }: { app: AppController; isRunning: boolean }) {
  const isShown = useHasBeen(isRunning, SHOW_AFTER_MS);
  return (
    <div className="ts-status-place" role="status">
      {isShown && (
        <div className="ts-running stStatusWidget" data-testid="stStatusWidget">
          <span className="ts-running-dot" />
          <span className="ts-running-word">Running</span>
          <Button variant="tertiary" size="small" icon={Square} onPress={() => app.stop()}>
            Stop
          </Button>
        </div>
      )}
    </div>
  );
}

/** Whether something has been true for a while. */
function useHasBeen(isTrue: boolean, timeMs: number): boolean {
  const [hasBeen, setHasBeen] = useState(false);
  useEffect(() => {
    if (!isTrue) {
      setHasBeen(false);
      return undefined;
    }
    const timer = setTimeout(() => setHasBeen(true), timeMs);
    return () => clearTimeout(timer);
  }, [isTrue, timeMs]);
  return hasBeen;
}

function SavedPrompt({ app }: { app: AppController }) {
  return (
    <div className="ts-prompt" role="status" data-testid="stFileChange">
      <span>File change.</span>
      <Button size="small" onPress={() => app.runSaved(false)}>
        Rerun
      </Button>
      <Button size="small" onPress={() => app.runSaved(true)}>
        Always rerun
      </Button>
    </div>
  );
}

function BlockedPrompt({ app }: { app: AppController }) {
  return (
    <div className="ts-prompt" role="alert">
      <span>The script is busy and this browser cannot interrupt it.</span>
      <Button size="small" onPress={() => app.restart()}>
        Start over with your change
      </Button>
    </div>
  );
}

function MainMenu({ app, onPanel }: ChromeProps) {
  const { appearance, settings } = useStore(app.state);
  const isWide = (appearance.layout ?? settings?.layout) === "wide";
  return (
    <div data-testid="stMainMenu">
      <Menu label="Main menu" icon={MenuIcon}>
        <MenuItem icon={RotateCw} shortcut="r" onAction={() => app.rerun()}>
          Rerun
        </MenuItem>
        <MenuItem icon={Eraser} shortcut="c" onAction={() => app.clearCaches()}>
          Clear caches
        </MenuItem>
        <MenuItem icon={ScrollText} onAction={() => onPanel("log")}>
          Log
        </MenuItem>
        <MenuDivider />
        <MenuSection
          title="Theme"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[appearance.theme]}
          onSelectionChange={(keys) => {
            const [theme] = keys;
            app.setAppearance({ theme: theme as Appearance["theme"] });
          }}
        >
          <MenuItem id="app">As the app wants</MenuItem>
          <MenuItem id="system">System</MenuItem>
          <MenuItem id="light">Light</MenuItem>
          <MenuItem id="dark">Dark</MenuItem>
        </MenuSection>
        <MenuSection
          title="Layout"
          selectionMode="multiple"
          selectedKeys={isWide ? ["wide"] : []}
          onSelectionChange={() => app.setAppearance({ layout: isWide ? "centered" : "wide" })}
        >
          <MenuItem id="wide">Wide</MenuItem>
        </MenuSection>
        <MenuDivider />
        <MenuItem icon={FileCode} onAction={() => onPanel("source")}>
          View source
        </MenuItem>
        <MenuItem icon={Printer} onAction={() => window.print()}>
          Print
        </MenuItem>
        <MenuItem icon={Info} onAction={() => onPanel("about")}>
          About
        </MenuItem>
      </Menu>
    </div>
  );
}
