/** A player of sound. */
import { useAddress } from "./blob-url.ts";
import { usePlayRange } from "./play-range.ts";
import type { ViewProps } from "./view-props.ts";
import "./player.css";

export function AudioView({ props }: ViewProps<"audio">) {
  const address = useAddress(props.source, props.mime);
  const player = usePlayRange<HTMLAudioElement>(props);
  return (
    // biome-ignore lint/a11y/useMediaCaption: a script's sound comes without any
    <audio
      ref={player}
      className="ts-player stAudio"
      data-testid="stAudio"
      controls
      src={address}
      autoPlay={props.autoplay}
      aria-label={props.alt ?? "Audio"}
    />
  );
}
