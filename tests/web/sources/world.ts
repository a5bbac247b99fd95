import type { SourceEnv, Stop } from "../../../web/src/sources/sources.ts";
import { memoryStorage } from "../../../web/src/storage/storage.ts";

export type Answer = string | Uint8Array | Response | (() => Response);

/**
 * An outside for the sources: a web of addresses, a clock that stands still until it is turned,
 * and a person who comes and goes.
 */
export interface World {
  env: SourceEnv;
  /** What each address answers; an address without an answer is a 404. */
  web: Map<string, Answer>;
  /** Hosts that answer, but let no other site read them. */
  closedHosts: Set<string>;
  /** Hosts that do not answer at all; `*` is every host. */
  deadHosts: Set<string>;
  /** Addresses in the order in which they were asked for. */
  requests: string[];
  /** Headers of the last request to each address. */
  headers: Map<string, Headers>;
  /** Turns the clock on and runs what falls due, one task after the other. */
  pass(duration_ms: number): Promise<void>;
  /** The person leaves the page, or comes back to it. */
  leave(): void;
  comeBack(): Promise<void>;
}

interface Timer {
  at: number;
  task: () => void;
}

export const SITE = "https://apps.example/play/";

export function makeWorld(answers: Record<string, Answer> = {}, site = SITE): World {
  const web = new Map(Object.entries(answers));
  const closedHosts = new Set<string>();
  const deadHosts = new Set<string>();
  const requests: string[] = [];
  const headers = new Map<string, Headers>();
  const timers = new Set<Timer>();
  const returns = new Set<() => void>();
  let now = Date.UTC(2026, 10, 3, 12);
  let isVisible = true;

  const fetchFromWeb = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = String(input);
    requests.push(url);
    headers.set(url, new Headers(init?.headers));
    const { host } = new URL(url);
    if (deadHosts.has(host) || deadHosts.has("*")) throw new TypeError("Failed to fetch");
    if (closedHosts.has(host)) {
      if (init?.mode === "no-cors") return Response.error();
      throw new TypeError("Failed to fetch");
    }
    const answer = web.get(url);
    if (answer === undefined) return new Response("404: Not Found", { status: 404 });
    if (typeof answer === "function") return answer();
    return answer instanceof Response ? answer.clone() : new Response(answer as BodyInit);
  };

  return {
    env: {
      site,
      fetch: fetchFromWeb,
      storage: memoryStorage(),
      now: () => now,
      after: (delay_ms, task): Stop => {
        const timer = { at: now + delay_ms, task };
        timers.add(timer);
        return () => timers.delete(timer);
      },
      isVisible: () => isVisible,
      onReturn: (listener): Stop => {
        returns.add(listener);
        return () => returns.delete(listener);
      },
    },
    web,
    closedHosts,
    deadHosts,
    requests,
    headers,
    async pass(duration_ms) {
      const end = now + duration_ms;
      for (;;) {
        const [next] = [...timers].sort((one, other) => one.at - other.at);
        if (!next || next.at > end) break;
        timers.delete(next);
        now = next.at;
        next.task();
        await settle();
      }
      now = end;
      await settle();
    },
    leave() {
      isVisible = false;
    },
    async comeBack() {
      isVisible = true;
      for (const listener of returns) listener();
      await settle();
    },
  };
}

/** Lets everything that waits for nothing but itself come to its end. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  return new TextDecoder().decode(files.get(path));
}

export const HELLO = "import streamlit as st\nx = st.slider('x')\nst.write(x)\n";
export const NOTEBOOK = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}';
export const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
