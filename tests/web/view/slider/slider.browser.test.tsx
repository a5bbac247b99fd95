import { describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { draw, element } from "../widget-rig.tsx";

const size = element("slider", {
  label: "Size",
  min: 0,
  max: 10,
  default: [3],
});

const price = element("slider", {
  label: "Price",
  min: 0,
  max: 1,
  step: 0.1,
  default: [0.2, 0.8],
  data_type: "float",
  format: "%0.2f",
});

const slider = (name: string | RegExp) => page.getByRole("slider", { name });

/** Where a thumb stands on the page. */
function center(thumb: Element): { x: number; y: number } {
  const { x, y, width, height } = thumb.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Move a pointer along some points, from press to release. */
function drag(start: Element, ...points: number[]): void {
  const at = center(start);
  const send = (type: string, target: EventTarget, x: number) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        cancelable: true,
        pointerId: 1,
        pointerType: "mouse",
        button: 0,
        buttons: 1,
        clientX: x,
        clientY: at.y,
        pageX: x,
        pageY: at.y,
      } as PointerEventInit),
    );
  send("pointerdown", start, at.x);
  for (const x of points) send("pointermove", window, x);
  send("pointerup", window, points.at(-1) ?? at.x);
}

describe("a slider", () => {
  it("steps by the arrow keys, each press one final change", async () => {
    const { runs } = draw(size);
    await expect.element(slider("Size")).toHaveValue("3");
    (slider("Size").element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}{ArrowLeft}");
    expect(runs).toEqual([
      { trigger: null, live: false, values: { Size: [4] } },
      { trigger: null, live: false, values: { Size: [5] } },
      { trigger: null, live: false, values: { Size: [4] } },
    ]);
    await userEvent.keyboard("{End}");
    expect(runs.at(-1)?.values).toEqual({ Size: [10] });
    await userEvent.keyboard("{ArrowRight}");
    expect(runs).toHaveLength(4);
  });

  it("is live while a key is held and final when it is let go", async () => {
    const { runs } = draw(size);
    await expect.element(slider("Size")).toHaveValue("3");
    const thumb = slider("Size").element() as HTMLElement;
    thumb.focus();
    const send = (type: string, repeat = false) =>
      thumb.dispatchEvent(
        new KeyboardEvent(type, { key: "ArrowRight", bubbles: true, cancelable: true, repeat }),
      );
    send("keydown");
    await expect.element(slider("Size")).toHaveValue("4");
    send("keydown", true);
    await expect.element(slider("Size")).toHaveValue("5");
    send("keydown", true);
    await expect.element(slider("Size")).toHaveValue("6");
    send("keyup");
    expect(runs.map(({ live, values }) => [live, values.Size])).toEqual([
      [false, [4]],
      [true, [5]],
      [true, [6]],
      [false, [6]],
    ]);
    send("keydown");
    expect(runs).toHaveLength(5);
    expect(runs.at(-1)).toMatchObject({ live: false, values: { Size: [7] } });
  });

  it("is live while it is dragged and final when it is let go", async () => {
    const { runs, place } = draw(size);
    await expect.element(slider("Size")).toBeInTheDocument();
    const thumb = place.querySelector(".ts-slider-thumb") as Element;
    const track = place.querySelector(".ts-slider-track") as Element;
    const { left, width } = track.getBoundingClientRect();
    drag(thumb, left + width * 0.5, left + width * 0.7);
    expect(runs.map(({ live, values }) => [live, values.Size])).toEqual([
      [true, [5]],
      [true, [7]],
      [false, [7]],
    ]);
  });

  it("says its value in words, to the eye and to a screen reader", async () => {
    draw(
      element("slider", {
        label: "Day",
        min: 0,
        max: 10 * 86_400_000_000,
        step: 86_400_000_000,
        default: [86_400_000_000],
        data_type: "date",
        format: "MMM D, YYYY",
      }),
    );
    const day = slider("Day");
    await expect.element(day).toHaveAttribute("aria-valuetext", "Jan 2, 1970");
    await expect.element(page.getByTestId("stSliderThumbValue")).toHaveTextContent("Jan 2, 1970");
  });

  it("with two thumbs is a range, in which neither passes the other", async () => {
    const { runs } = draw(price);
    const lower = page.getByRole("slider").nth(0);
    (lower.element() as HTMLElement).focus();
    await userEvent.keyboard("{End}");
    expect(runs.at(-1)?.values).toEqual({ Price: [0.8, 0.8] });
    await userEvent.keyboard("{Home}{ArrowRight}");
    expect(runs.at(-1)?.values).toEqual({ Price: [0.1, 0.8] });
  });

  it("keeps the focus when a rerun changes it, and takes on the value that the script sets", async () => {
    const { patch, values } = draw(size);
    await expect.element(slider("Size")).toHaveValue("3");
    (slider("Size").element() as HTMLElement).focus();
    patch("Size", { label: "Size of it", max: 20, help: "How large" });
    values.accept("Size", [15]);
    await expect.element(slider("Size of it")).toHaveValue("15");
    await expect.element(slider("Size of it")).toHaveFocus();
  });

  it("that is disabled does not move", async () => {
    const { runs } = draw(element("slider", { ...size.props, disabled: true }));
    await expect.element(slider("Size")).toBeDisabled();
    await slider("Size").click({ force: true });
    expect(runs).toEqual([]);
  });

  it("does not disturb its neighbour", async () => {
    const { runs } = draw(size, price);
    await expect.element(slider("Size")).toBeInTheDocument();
    (slider("Size").element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(runs.at(-1)?.values).toEqual({ Size: [4] });
    await expect.element(page.getByRole("slider").nth(2)).toHaveValue("0.8");
  });
});

describe("a label", () => {
  it("is markdown of one line", async () => {
    draw(element("slider", { ...size.props, label: "**Size** of `it`" }));
    await expect.element(slider("Size of it")).toBeInTheDocument();
    expect(page.getByText("Size", { exact: true }).element().tagName).toBe("STRONG");
  });

  it.each(["hidden", "collapsed"] as const)("that is %s is still heard", async (visibility) => {
    draw(element("slider", { ...size.props, label_visibility: visibility }));
    await expect.element(slider("Size")).toBeInTheDocument();
  });
});
