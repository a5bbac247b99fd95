/**
 * A frame for somebody else's app: its whole unit, view and worker, in a document with an origin of its
 * own. There it has no storage, no cookies, no parent to look at and no way to the site; what it
 * needs comes through two ports, and the page decides what that is.
 *
 * The document is written into the frame (`srcdoc`), not fetched: a service worker answers for no
 * frame with an origin of its own, and the app is to start offline, too.
 */

import frameDocument from "virtual:sandbox-frame";
import type { FrameStart } from "../protocol/sandbox.ts";
import { answerQuestions, type ReadPath } from "./files.ts";
import "./sandbox.css";

export { isOfBuild } from "./files.ts";
export { ReadAhead } from "./read-ahead.ts";

/** What the frame's app is made of: the content of unit.json. */
interface Parts {
  /** The file whose code the frame begins with. */
  modules: string;
}

export interface SandboxOptions {
  /** What it is, for who cannot see it. */
  title: string;
  parts: () => Promise<Parts>;
  /** What packages the site has. */
  index: unknown;
  /** What is known of how its Python starts. */
  known: Promise<unknown>;
  /** Reads a file of the site; the frame asks for no other. */
  read: ReadPath;
  /** Hears why the app has ended by itself, in words for a person. */
  onEnd: (why: string) => void;
}

/** Mount an app unit that listens on `port` in a frame; answers how to end it. */
export function mountInFrame(
  element: HTMLElement,
  port: MessagePort,
  options: SandboxOptions,
): { unmount(): void } {
  const frame = document.createElement("iframe");
  frame.className = "ts-sandbox";
  frame.title = options.title;
  frame.setAttribute("sandbox", "allow-scripts");
  frame.allow = "clipboard-write; fullscreen";
  const files = new MessageChannel();
  answerQuestions(files.port1, options.read);
  const onLeft = (): void => options.onEnd("It led its frame to another page.");
  // Where browsers tell: before the other page has loaded, which may take as long as that likes.
  files.port1.addEventListener("close", onLeft);
  const onFirstLoad = (): void => {
    // Whatever is loaded into it next is not the app, and is told nothing.
    frame.addEventListener("load", onLeft);
    begin(frame, [files.port2, port], options).catch((error: unknown) => {
      options.onEnd(`Its code did not come. ${String(error)}`);
    });
  };
  frame.addEventListener("load", onFirstLoad, { once: true });
  frame.srcdoc = frameDocument;
  element.replaceChildren(frame);
  return {
    unmount() {
      files.port1.close();
      frame.remove();
    },
  };
}

async function begin(
  frame: HTMLIFrameElement,
  ports: MessagePort[],
  { index, read, ...options }: SandboxOptions,
): Promise<void> {
  const [parts, known] = await Promise.all([options.parts(), options.known]);
  const code = await read(parts.modules);
  const start: FrameStart<Parts, unknown, unknown> = { code, parts, index, known };
  // An opaque origin has no name to address it by; the frame is ours, and has just been written.
  frame.contentWindow?.postMessage(start, "*", [code, ...ports]);
}
