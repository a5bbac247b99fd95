import { EllipsisVertical, RotateCw } from "lucide-react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import {
  Alert,
  Button,
  createToasts,
  Dialog,
  Help,
  IconButton,
  Menu,
  MenuItem,
  MenuSection,
  ProgressBar,
  Sheet,
  TextField,
  ToastRegion,
} from "../../../web/src/kit/index.ts";
import { mount } from "./mount.tsx";

function Opener({ kind: Kind, isDismissable }: { kind: typeof Dialog; isDismissable?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Open</Button>
      <Kind
        title="Settings"
        isOpen={isOpen}
        onOpenChange={setOpen}
        isDismissable={isDismissable ?? true}
        actions={<Button onPress={() => setOpen(false)}>Answer</Button>}
      >
        Content
      </Kind>
    </>
  );
}

describe.each([
  ["dialog", Dialog],
  ["sheet", Sheet],
])("a %s", (_name, kind) => {
  it("takes the focus, closes by Esc and gives the focus back", async () => {
    const { place } = mount(<Opener kind={kind} />);
    const open = page.getByRole("button", { name: "Open" });
    await open.click();
    const dialog = page.getByRole("dialog", { name: "Settings" });
    await expect.element(dialog).toBeVisible();
    expect(dialog.element().contains(document.activeElement)).toBe(true);
    expect(place.contains(dialog.element())).toBe(true);
    await userEvent.keyboard("{Escape}");
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(open).toHaveFocus();
  });

  it("that asks for an answer stays until it has one", async () => {
    mount(<Opener kind={kind} isDismissable={false} />);
    await page.getByRole("button", { name: "Open" }).click();
    const question = page.getByRole("alertdialog", { name: "Settings" });
    await expect.element(question).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(question).toBeVisible();
    await page.getByRole("button", { name: "Answer" }).click();
    await expect.element(question).not.toBeInTheDocument();
  });
});

describe("a menu", () => {
  it("works by keyboard alone and gives the focus back", async () => {
    const rerun = vi.fn();
    mount(
      <Menu label="Main menu" icon={EllipsisVertical}>
        <MenuItem shortcut="C">Clear caches</MenuItem>
        <MenuItem icon={RotateCw} shortcut="R" onAction={rerun}>
          Rerun
        </MenuItem>
      </Menu>,
    );
    const button = page.getByRole("button", { name: "Main menu" });
    await userEvent.tab();
    await expect.element(button).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    // It is there before it has the keys.
    await expect.element(page.getByRole("menuitem", { name: /^Clear caches/ })).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(page.getByRole("menuitem", { name: /^Rerun/ })).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    expect(rerun).toHaveBeenCalledOnce();
    await expect.element(button).toHaveFocus();
  });

  it("shows by a tick which of a choice is taken", async () => {
    mount(
      <Menu label="Main menu" icon={EllipsisVertical}>
        <MenuSection title="Theme" selectionMode="single" selectedKeys={["dark"]}>
          <MenuItem id="light">Light</MenuItem>
          <MenuItem id="dark">Dark</MenuItem>
        </MenuSection>
      </Menu>,
    );
    await page.getByRole("button", { name: "Main menu" }).click();
    const dark = page.getByRole("menuitemradio", { name: "Dark" });
    await expect.element(dark).toHaveAttribute("aria-checked", "true");
    expect(dark.element().querySelector("svg")).not.toBeNull();
  });
});

describe("help", () => {
  it("opens by a press, describes its button, and goes with the focus", async () => {
    mount(
      <>
        <Help label="Help for Size">In millimetres.</Help>
        <Button>Next</Button>
      </>,
    );
    const help = page.getByRole("button", { name: "Help for Size" });
    await help.click();
    const bubble = page.getByRole("tooltip");
    await expect.element(bubble).toHaveTextContent("In millimetres.");
    await expect.element(help).toHaveAccessibleDescription("In millimetres.");
    await page.getByRole("button", { name: "Next" }).click();
    await expect.element(bubble).not.toBeInTheDocument();
  });
});

describe("toasts", () => {
  it("appear in their own root, newest first, and close by their button", async () => {
    const toasts = createToasts();
    const { place } = mount(<ToastRegion toasts={toasts} />);
    toasts.add({ icon: "🎉", body: "First", testId: "toast" });
    toasts.add({ body: "Second", testId: "toast" });
    const region = page.getByRole("region", { name: "Notifications" });
    await expect.element(region).toBeVisible();
    expect(place.contains(region.element())).toBe(true);
    expect(
      page
        .getByTestId("toast")
        .elements()
        .map((toast) => toast.textContent),
    ).toEqual(["Second", "🎉First"]);
    await page.getByRole("button", { name: "Close" }).first().click();
    await expect.poll(() => page.getByTestId("toast").elements().length).toBe(1);
  });
});

function outlineOf(element: Element | undefined): string {
  const { outlineStyle, outlineWidth } = getComputedStyle(element ?? document.body);
  return outlineStyle === "none" ? "none 0px" : `${outlineStyle} ${outlineWidth}`;
}

describe("controls", () => {
  it("ring by keyboard and not by mouse", async () => {
    mount(
      <>
        <Button>First</Button>
        <Button>Second</Button>
      </>,
    );
    const [first, second] = ["First", "Second"].map((name) => page.getByRole("button", { name }));
    await first?.click();
    expect(outlineOf(first?.element())).toBe("none 0px");
    await userEvent.tab();
    expect(document.activeElement).toBe(second?.element());
    expect(outlineOf(second?.element())).toBe("solid 2px");
  });

  it("an icon button is named by its label", async () => {
    const press = vi.fn();
    mount(<IconButton icon={RotateCw} label="Rerun" onPress={press} />);
    await page.getByRole("button", { name: "Rerun" }).click();
    expect(press).toHaveBeenCalledOnce();
  });

  it("a text field has a name, a description, and says what is wrong", async () => {
    const { show } = mount(<TextField label="Address" description="A gist" />);
    const field = page.getByRole("textbox", { name: "Address" });
    await expect.element(field).toHaveAccessibleDescription("A gist");
    show(<TextField label="Address" description="A gist" error="No such gist." />);
    await expect.element(field).toHaveAccessibleDescription("No such gist.");
    await expect.element(field).toBeInvalid();
  });

  it("a progress bar tells its value", async () => {
    mount(<ProgressBar label="Loading Python" value={0.65} valueLabel="4.1 of 6.3 MB" />);
    const bar = page.getByRole("progressbar", { name: "Loading Python" });
    await expect.element(bar).toHaveAttribute("aria-valuetext", "4.1 of 6.3 MB");
  });

  it("an alert has an icon unless it is told otherwise", async () => {
    mount(
      <>
        <Alert tone="error">Broken</Alert>
        <Alert tone="info" icon={null}>
          Bare
        </Alert>
      </>,
    );
    await expect.element(page.getByText("Bare")).toBeVisible();
    const icons = page
      .getByRole("alert")
      .elements()
      .map((alert) => alert.querySelectorAll("svg").length);
    expect(icons).toEqual([1, 0]);
  });

  it("bring no style element of their own, which a strict content policy would refuse", async () => {
    mount(<Button>Press</Button>);
    await page.getByRole("button", { name: "Press" }).click();
    expect(document.getElementById("react-aria-pressable-style")?.tagName).toBe("META");
    const pressable = page.getByRole("button", { name: "Press" }).element();
    expect(getComputedStyle(pressable).touchAction).toBe("manipulation");
  });
});
