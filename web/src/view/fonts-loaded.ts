import { useEffect, useState } from "react";

/** Whether the page's fonts have arrived. What draws on a canvas has to do so again then. */
export function useFontsLoaded(): boolean {
  const [areLoaded, setLoaded] = useState(() => document.fonts.status === "loaded");
  useEffect(() => {
    let isLive = true;
    void document.fonts.ready.then(() => isLive && setLoaded(true));
    return () => {
      isLive = false;
    };
  }, []);
  return areLoaded;
}
