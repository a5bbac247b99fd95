/** Options side by side or below each other, one of which is chosen. */
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { useWidget } from "./app-context.ts";
import { RichText } from "./markdown/index.ts";
import { optionNames } from "./selectbox/options.ts";
import type { ViewProps } from "./view-props.ts";
import { WidgetLabel } from "./widget-label.tsx";
import "./checkbox.css";
import "./radio.css";

export function RadioView({ node, props }: ViewProps<"radio">) {
  const widget = useWidget<string | null>(node, props, props.default);
  return (
    <RadioGroup
      className="ts-choices stRadio"
      data-testid="stRadio"
      value={widget.value}
      onChange={(name) => widget.change(name)}
      isDisabled={props.disabled}
      orientation={props.horizontal ? "horizontal" : "vertical"}
    >
      <WidgetLabel props={props} />
      <div className="ts-radios" data-testid="stRadioGroup">
        {optionNames(props).map((name, index) => (
          <Radio key={name} value={name} className="ts-radio" data-testid="stRadioOption">
            <span className="ts-check-mark" />
            <span className="ts-check-label">
              <RichText inline text={props.options[index] ?? name} />
              {props.captions[index] && (
                <span className="ts-radio-caption" data-testid="stCaptionContainer">
                  <RichText inline text={props.captions[index]} />
                </span>
              )}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
