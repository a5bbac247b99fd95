/** The plainest widget of a kind: what a script sends for one without options. */
import type { ElementKind, ElementProps } from "../../../web/src/protocol/elements.ts";

const BUTTON = {
  type: "secondary",
  icon: null,
  icon_position: "left",
  shortcut: null,
  wrap: null,
  width: "content",
} as const;

export const PLAIN: { readonly [K in ElementKind]?: Partial<ElementProps[K]> } = {
  button: { ...BUTTON, submits: false },
  download_button: BUTTON,
  link_button: BUTTON,
  slider: { step: 1, data_type: "int", format: "%d" },
  selectbox: {
    names: [],
    placeholder: "Choose an option",
    icon: null,
    accept_new_options: false,
    filter_mode: "fuzzy",
    required: false,
    is_clearable: false,
  },
  multiselect: {
    names: [],
    default: [],
    max_selections: null,
    placeholder: "Choose options",
    accept_new_options: false,
    filter_mode: "fuzzy",
    select_all_up_to: 1000,
    wrap: null,
  },
  text_input: {
    default: "",
    max_chars: null,
    type: "default",
    autocomplete: "",
    placeholder: null,
    icon: null,
    required: false,
    pattern: null,
    pattern_message: null,
    live_after_ms: null,
  },
  text_area: {
    default: "",
    max_chars: null,
    placeholder: null,
    required: false,
    height: null,
  },
  number_input: {
    min: null,
    max: null,
    step: 1,
    data_type: "int",
    format: "%d",
    placeholder: null,
    icon: null,
    required: false,
  },
};
