/** Which component draws an element: one line, and one file, for each kind. */
import type { ComponentType } from "react";
import type { ElementKind } from "../protocol/elements.ts";
import { AlertView } from "./alert.tsx";
import { AudioView } from "./audio.tsx";
import { ButtonView } from "./button.tsx";
import { BalloonsView, SnowView } from "./celebration.tsx";
import { CheckboxView } from "./checkbox.tsx";
import { CodeView } from "./code.tsx";
import { ColorPickerView } from "./color-picker.tsx";
import { DataFrameView } from "./data-frame/data-frame.tsx";
import { DateInputView } from "./date-input/date-input.tsx";
import { DividerView } from "./divider.tsx";
import { DownloadButtonView, DownloadView } from "./download-button.tsx";
import { EmptyView } from "./empty.tsx";
import { ExceptionView } from "./exception.tsx";
import { ExpanderView } from "./expander.tsx";
import { FileUploaderView } from "./file-uploader/file-uploader.tsx";
import { ColumnView, FlexContainerView } from "./flex-container.tsx";
import { FormView } from "./form.tsx";
import { HeadingView } from "./heading.tsx";
import { HelpView } from "./help.tsx";
import { HtmlView } from "./html.tsx";
import { ImageView } from "./image.tsx";
import { JsonView } from "./json.tsx";
import { LatexView } from "./latex.tsx";
import { LinkButtonView } from "./link-button.tsx";
import { CaptionView, MarkdownView } from "./markdown-text.tsx";
import { MetricView } from "./metric.tsx";
import { MultiselectView } from "./multiselect/multiselect.tsx";
import { NumberInputView } from "./number-input/number-input.tsx";
import { PopoverView } from "./popover.tsx";
import { ProgressView } from "./progress.tsx";
import { RadioView } from "./radio.tsx";
import { SelectSliderView } from "./select-slider.tsx";
import { SelectboxView } from "./selectbox/selectbox.tsx";
import { SliderView } from "./slider/slider.tsx";
import { SpaceView } from "./space.tsx";
import { SpinnerView } from "./spinner.tsx";
import { StatusView } from "./status.tsx";
import { TabContainerView } from "./tab-container.tsx";
import { TableView } from "./table.tsx";
import { TextView } from "./text.tsx";
import { TextAreaView } from "./text-area.tsx";
import { TextInputView } from "./text-input/text-input.tsx";
import { TimeInputView } from "./time-input/time-input.tsx";
import { ToastView } from "./toast.tsx";
import { VegaLiteChartView } from "./vega-chart/vega-chart.tsx";
import { VideoView } from "./video.tsx";
import type { ViewOf, ViewProps } from "./view-props.ts";

type Registry = { [K in ElementKind]?: ComponentType<ViewProps<K>> };

const registry: Registry = {
  alert: AlertView,
  audio: AudioView,
  balloons: BalloonsView,
  button: ButtonView,
  caption: CaptionView,
  checkbox: CheckboxView,
  code: CodeView,
  color_picker: ColorPickerView,
  column: ColumnView,
  data_frame: DataFrameView,
  date_input: DateInputView,
  divider: DividerView,
  download: DownloadView,
  download_button: DownloadButtonView,
  empty: EmptyView,
  exception: ExceptionView,
  expander: ExpanderView,
  file_uploader: FileUploaderView,
  flex_container: FlexContainerView,
  form: FormView,
  heading: HeadingView,
  help: HelpView,
  html: HtmlView,
  image: ImageView,
  json: JsonView,
  latex: LatexView,
  link_button: LinkButtonView,
  markdown: MarkdownView,
  metric: MetricView,
  multiselect: MultiselectView,
  number_input: NumberInputView,
  popover: PopoverView,
  progress: ProgressView,
  radio: RadioView,
  select_slider: SelectSliderView,
  selectbox: SelectboxView,
  slider: SliderView,
  snow: SnowView,
  space: SpaceView,
  spinner: SpinnerView,
  status: StatusView,
  tab_container: TabContainerView,
  table: TableView,
  text: TextView,
  text_area: TextAreaView,
  text_input: TextInputView,
  time_input: TimeInputView,
  toast: ToastView,
  vega_lite_chart: VegaLiteChartView,
  video: VideoView,
};

// The table ties each kind to its own props; that tie is lost when the kind is a variable.
export const viewOf = ((kind) => registry[kind]) as ViewOf;
