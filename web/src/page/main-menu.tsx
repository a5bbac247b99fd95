/** The main menu of a running app. */
import {
  Bug,
  CircleHelp,
  Database,
  Eraser,
  FileCode,
  FolderOpen,
  Info,
  Menu as MenuIcon,
  PenLine,
  Printer,
  RotateCw,
  ScrollText,
  Share2,
} from "lucide-react";
import { Menu, MenuDivider, MenuItem, MenuSection, useField } from "../kit/index.ts";
import type { Appearance } from "../protocol/port.ts";
import type { AppController } from "./app-controller.ts";

interface MainMenuProps {
  app: AppController;
  onLeave: (() => void) | null;
  /** Shows the script beside the app, to be changed. */
  onEdit: () => void;
}

export function MainMenu({ app, onLeave, onEdit }: MainMenuProps) {
  const appearance = useField(app.state, "appearance");
  const settings = useField(app.state, "settings");
  const keepsResults = useField(app.state, "keepsResults");
  const isWide = (appearance.layout ?? settings?.layout) === "wide";
  const help = tryAuthorsAddress(settings?.menu_items["Get help"]);
  const bugs = tryAuthorsAddress(settings?.menu_items["Report a bug"]);
  return (
    <div data-testid="stMainMenu">
      <Menu label="Main menu" icon={MenuIcon} testId="stMainMenuButton">
        <MenuItem icon={RotateCw} shortcut="r" onAction={() => app.rerun()}>
          Rerun
        </MenuItem>
        <MenuItem icon={Eraser} shortcut="c" onAction={() => app.clearCaches()}>
          Clear caches
        </MenuItem>
        <MenuItem icon={Database} shortcut="Shift+C" onAction={() => app.panel.set("caches")}>
          Caches
        </MenuItem>
        <MenuItem icon={ScrollText} onAction={() => app.panel.set("log")}>
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
        <MenuSection
          title="Between visits"
          selectionMode="multiple"
          selectedKeys={keepsResults ? ["results"] : []}
          onSelectionChange={() => app.keepResults(!keepsResults)}
        >
          <MenuItem id="results">Keep results</MenuItem>
        </MenuSection>
        <MenuDivider />
        <MenuItem icon={Share2} onAction={() => app.panel.set("share")}>
          Share
        </MenuItem>
        <MenuItem icon={PenLine} onAction={onEdit}>
          Edit
        </MenuItem>
        <MenuItem icon={FileCode} onAction={() => app.panel.set("source")}>
          View source
        </MenuItem>
        <MenuItem icon={Printer} onAction={() => window.print()}>
          Print
        </MenuItem>
        {help && (
          <MenuItem icon={CircleHelp} href={help} target="_blank" rel="noopener noreferrer">
            Get help
          </MenuItem>
        )}
        {bugs && (
          <MenuItem icon={Bug} href={bugs} target="_blank" rel="noopener noreferrer">
            Report a bug
          </MenuItem>
        )}
        <MenuItem icon={Info} onAction={() => app.panel.set("about")}>
          About
        </MenuItem>
        {onLeave && (
          <>
            <MenuDivider />
            <MenuItem icon={FolderOpen} onAction={onLeave}>
              Open another script
            </MenuItem>
          </>
        )}
      </Menu>
    </div>
  );
}

/** An address that the author gave, if it only leads somewhere. */
function tryAuthorsAddress(address: string | null | undefined): string | undefined {
  return address && /^(?:https?:\/\/|mailto:)/i.test(address) ? address : undefined;
}
