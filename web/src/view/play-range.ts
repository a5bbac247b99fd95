/** Plays a part of a recording, once or in a loop. */
import { type RefObject, useEffect, useRef } from "react";

interface PlayRange {
  start_time: number;
  end_time: number | null;
  loop: boolean;
}

export function usePlayRange<T extends HTMLMediaElement>({
  start_time: start,
  end_time: end,
  loop,
}: PlayRange): RefObject<T | null> {
  const player = useRef<T>(null);
  useEffect(() => {
    const media = player.current;
    if (!media) return undefined;
    const toStart = (): void => {
      media.currentTime = start;
    };
    const onTime = (): void => {
      if (end === null || media.currentTime < end) return;
      if (loop) toStart();
      else media.pause();
    };
    const onEnded = (): void => {
      if (!loop) return;
      toStart();
      void media.play();
    };
    if (start > 0) {
      if (media.readyState > 0) toStart();
      else media.addEventListener("loadedmetadata", toStart, { once: true });
    }
    media.addEventListener("timeupdate", onTime);
    media.addEventListener("ended", onEnded);
    return () => {
      media.removeEventListener("loadedmetadata", toStart);
      media.removeEventListener("timeupdate", onTime);
      media.removeEventListener("ended", onEnded);
    };
  }, [start, end, loop]);
  return player;
}
