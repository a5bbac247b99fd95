/** A player of video, ours or YouTube's. */
import type { Subtitles } from "../protocol/elements.ts";
import { useAddress } from "./blob-url.ts";
import { usePlayRange } from "./play-range.ts";
import type { ViewProps } from "./view-props.ts";
import "./player.css";

export function VideoView({ props }: ViewProps<"video">) {
  const address = useAddress(props.source, props.mime);
  const player = usePlayRange<HTMLVideoElement>(props);
  if (props.player === "youtube" && typeof props.source === "string") {
    return (
      <iframe
        className="ts-player stVideo"
        data-testid="stVideo"
        title={props.alt ?? "Video"}
        src={props.source}
        allow="autoplay; encrypted-media; fullscreen"
      />
    );
  }
  return (
    <video
      ref={player}
      className="ts-player stVideo"
      data-testid="stVideo"
      controls
      src={address}
      autoPlay={props.autoplay}
      muted={props.muted}
      aria-label={props.alt ?? "Video"}
    >
      {props.subtitles.map((subtitles, index) => (
        <Track key={subtitles.label} subtitles={subtitles} isDefault={index === 0} />
      ))}
    </video>
  );
}

function Track({ subtitles, isDefault }: { subtitles: Subtitles; isDefault: boolean }) {
  const address = useAddress(subtitles.text, "text/vtt");
  return <track kind="captions" label={subtitles.label} src={address} default={isDefault} />;
}
