/** A field of shades, a rail of hues, and the colour's number. */
import { useState } from "react";
import { ColorArea } from "react-aria-components/ColorArea";
import { ColorField } from "react-aria-components/ColorField";
import { type Color, parseColor } from "react-aria-components/ColorPicker";
import { ColorSlider } from "react-aria-components/ColorSlider";
import { ColorThumb } from "react-aria-components/ColorThumb";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { SliderTrack } from "react-aria-components/Slider";
import { useDrag } from "./slider/drag.ts";

export interface ColourPanelProps {
  readonly value: string;
  readonly onChange: (value: string, live: boolean) => void;
}

export function ColourPanel({ value, onChange }: ColourPanelProps) {
  // The colour as it was chosen: black has no hue, but the rail should stay where it is.
  const [chosen, setChosen] = useState(() => asHsb(value));
  const isOurs = hex(chosen) === hex(asHsb(value));
  const colour = isOurs ? chosen : asHsb(value);
  const drag = useDrag<Color>(colour, isSame, (next, live) => onChange(hex(next), live));
  const choose = (next: Color) => {
    setChosen(next);
    drag.move(next);
  };
  return (
    <div className="ts-colour-panel" {...drag.props}>
      <ColorArea
        className="ts-colour-area"
        colorSpace="hsb"
        xChannel="saturation"
        yChannel="brightness"
        value={colour}
        onChange={choose}
        onChangeEnd={drag.end}
      >
        <ColorThumb className="ts-colour-thumb" />
      </ColorArea>
      <ColorSlider
        className="ts-colour-hue"
        channel="hue"
        colorSpace="hsb"
        aria-label="Hue"
        value={colour}
        onChange={choose}
        onChangeEnd={drag.end}
      >
        <SliderTrack className="ts-colour-rail">
          <ColorThumb className="ts-colour-thumb" />
        </SliderTrack>
      </ColorSlider>
      <ColorField
        className="ts-colour-number"
        value={colour}
        onChange={(next) => {
          if (!next || hex(next) === hex(colour)) return;
          setChosen(next.toFormat("hsb"));
          onChange(hex(next), false);
        }}
      >
        <Label className="ts-label">Hex</Label>
        <Input className="ts-input" />
      </ColorField>
    </div>
  );
}

function asHsb(value: string): Color {
  return parseColor(value).toFormat("hsb");
}

function isSame(one: Color, other: Color): boolean {
  return hex(one) === hex(other);
}

/** A colour as the script gets it, "#0b6a8c". */
function hex(colour: Color): string {
  return colour.toString("hex").toLowerCase();
}
