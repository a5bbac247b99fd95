/** Calls once before the next paint, however often it is asked. */
export interface Frame {
  request(): void;
}

/** About how long a frame is shown. */
export const FRAME_MS = 16;

/** A hidden page paints no frame, but its app goes on. */
const HIDDEN_MS = 100;

export function onNextFrame(callback: () => void): Frame {
  let isRequested = false;
  const call = (): void => {
    if (!isRequested) return;
    isRequested = false;
    callback();
  };
  return {
    request() {
      if (isRequested) return;
      isRequested = true;
      if (document.visibilityState === "hidden") setTimeout(call, HIDDEN_MS);
      else requestAnimationFrame(call);
    },
  };
}
