import type { SourceEnv, Stop } from "./project.ts";

/** What makes `followFiles` look: each of these answers a function that it calls with its look. */
export type Wake = (look: () => Promise<void>) => Stop;

const POLL_MS = 1_000;

/** Once a second while the page can be seen, and when the person comes back to it. */
export function wakeEverySecond(env: SourceEnv): Wake {
  return (look) => {
    let cancel: Stop = () => {};
    let isStopped = false;
    const wait = () => {
      cancel = env.after(POLL_MS, async () => {
        // The second begins when the look has ended: a large folder must not be read without end.
        if (env.isVisible()) await look();
        if (!isStopped) wait();
      });
    };
    wait();
    const ignoreReturns = env.onReturn(() => void look());
    return () => {
      isStopped = true;
      cancel();
      ignoreReturns();
    };
  };
}

export function wakeOnReturn(env: SourceEnv): Wake {
  return (look) => env.onReturn(() => void look());
}

/** When the browser tells of a change, or once a second where it cannot. */
export function wakeOnChange(handle: FileSystemHandle, env: SourceEnv): Wake {
  const { FileSystemObserver } = env;
  if (!FileSystemObserver) return wakeEverySecond(env);
  return (look) => {
    let stopPolling: Stop | undefined;
    let isStopped = false;
    const pollInstead = () => {
      if (!isStopped) stopPolling ??= wakeEverySecond(env)(look);
    };
    const observer = new FileSystemObserver((records) => {
      if (records.some(({ type }) => type === "errored")) pollInstead();
      void look();
    });
    // What changed between reading the files and this moment would otherwise go unnoticed.
    observer.observe(handle, { recursive: true }).then(() => look(), pollInstead);
    return () => {
      isStopped = true;
      observer.disconnect();
      stopPolling?.();
    };
  };
}
