/** Streamlit's public hooks: people's style sheets and browser tests find here what they find there. */
import { expect, it } from "vitest";
import { BOTTOM, EVENT, SIDEBAR } from "../../../web/src/protocol/messages.ts";
import { AppFrame } from "../../../web/src/view/frame/app-frame.tsx";
import { frameOf } from "./frames.ts";
import { type DrawnElement, draw, drawIn, element } from "./widget-rig.tsx";

const PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
const OPTIONS = { options: ["one", "two"], names: [] };

const ELEMENTS: [ids: string[], drawn: DrawnElement][] = [
  [
    ["stExpander", "stExpanderIcon", "stExpanderDetails"],
    element("expander", { expanded: true, icon: "🦈", type: "default" }, textElement("inside")),
  ],
  [
    ["stTabs", "stTab", "stTabPanel"],
    element(
      "tab_container",
      { labels: ["One"], default: 0, height: "content" },
      element("tab", { label: "One" }, textElement("inside")),
    ),
  ],
  [
    ["stFileUploader", "stFileUploaderDropzone", "stFileUploaderDropzoneInput"],
    element("file_uploader", { types: [], accepts: "one", max_size_mb: 1 }),
  ],
  [["stTextArea", "stTextAreaRootElement"], element("text_area", {})],
  [
    ["stImage", "stImageContainer", "stImageLink", "stImageCaption"],
    element("image", {
      pictures: [{ source: PIXEL, mime: "", caption: "A dot", alt: null }],
      link: "https://pictures.test/",
    }),
  ],
  [
    ["stMetric", "stMetricLabel", "stMetricIcon", "stMetricValue", "stMetricDelta"].concat([
      "stMetricDeltaDescription",
      "stMetricChart",
    ]),
    element("metric", {
      value: "1",
      delta: "2",
      color: "green",
      arrow: "up",
      delta_description: "since May",
      icon: "🦈",
      border: true,
      height: "content",
      chart_data: [1, 2, 3],
      chart_type: "line",
      format: null,
    }),
  ],
  [
    ["stRadio", "stRadioGroup", "stRadioOption"],
    element("radio", { ...OPTIONS, captions: [], default: "one", horizontal: false }),
  ],
  [
    ["stMultiSelect", "stMultiSelectTagsContainer"],
    element("multiselect", {
      ...OPTIONS,
      default: ["one"],
    }),
  ],
  [
    ["stFullScreenFrame", "stDataFrame", "stDataFrameResizable", "stElementToolbar"],
    element("data_frame", {
      frame: frameOf({ a: [1] }),
      styles: null,
      column_config: "{}",
      column_order: null,
      hide_index: true,
      height: "auto",
      row_height: null,
      placeholder: null,
      selection_modes: [],
      selected: "{}",
      alt: null,
    }),
  ],
];

function textElement(body: string): DrawnElement {
  return element("text", { body, help: null, alignment: "left", wrap: true });
}

const find = (place: Element, id: string) =>
  place.querySelector<HTMLElement>(`[data-testid="${id}"]`);
const missing = (place: Element, ids: string[]) => ids.filter((id) => !find(place, id));

it.each(ELEMENTS)("draws %s", (ids, drawn) => {
  const { place } = draw(drawn);
  expect(missing(place, ids)).toEqual([]);
});

function drawFrame() {
  const frame = (
    <AppFrame
      layout="centered"
      sidebar="expanded"
      notice={null}
      hasPadding
      showsLastVisit={false}
      onHeight={null}
    />
  );
  return drawIn(frame, {
    [SIDEBAR]: [textElement("beside")],
    [BOTTOM]: [textElement("below")],
    [EVENT]: [element("toast", { body: "Saved", icon: "🦈", duration: 0 })],
  });
}

it("draws the frame of an app", () => {
  const { place } = drawFrame();
  const view = find(place, "stAppViewContainer");
  expect(view?.parentElement).toBe(find(place, "stApp"));
  expect(view?.matches(".stAppViewContainer.appview-container")).toBe(true);
  const inside = ["stSidebar", "stSidebarCollapseButton", "stMain", "stMainBlockContainer"];
  expect(missing(view as Element, [...inside, "stBottom", "stBottomBlockContainer"])).toEqual([]);
});

it("draws toasts", async () => {
  const { place } = drawFrame();
  const ids = ["stToastContainer", "stToast", "stToastDynamicIcon", "stToastText"];
  await expect.poll(() => missing(place, ids)).toEqual([]);
  expect(find(place, "stToast")?.matches(".stToast")).toBe(true);
});

it("lets an author's background fill the page behind sidebar and content", () => {
  const { place } = drawFrame();
  const app = find(place, "stApp");
  if (app) app.style.minBlockSize = "900px";
  const view = find(place, "stAppViewContainer")?.getBoundingClientRect();
  expect(view?.height).toBe(900);
  expect(view?.left).toBe(find(place, "stSidebar")?.getBoundingClientRect().left);
});
