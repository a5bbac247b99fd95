// Runs other programs, and leaves none of them behind.
import { spawn } from "node:child_process";
import { root } from "./paths.mjs";

/** @typedef {{ cwd?: string, env?: Record<string, string | undefined>, quiet?: boolean }} Options */

/** A program that ended badly; what it said is on the terminal, or in `output` when quiet. */
export class CommandError extends Error {
  /**
   * @param {string} message
   * @param {number} code
   * @param {string} output
   */
  constructor(message, code, output) {
    super(message);
    this.code = code;
    this.output = output;
  }
}

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Runs a program to its end. With `quiet`, its output is shown only when it fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<string>} what it printed, when quiet
 */
export async function run(program, args, options = {}) {
  const { code, output } = await runToCode(program, args, options);
  if (code !== 0) {
    if (options.quiet) process.stderr.write(output);
    throw new CommandError(`${program} ${args.join(" ")}: ended with code ${code}`, code, output);
  }
  return output;
}

/**
 * Runs a program and answers with its exit code, whatever it is.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runToCode(program, args, options = {}) {
  forwardSignals();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: options.quiet ? ["ignore", "pipe", "pipe"] : "inherit",
      // npm and npx are .cmd files on Windows, which only a shell can start.
      shell: process.platform === "win32" && /^np[mx]$/.test(program),
    });
    running.add(child);
    let output = "";
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.on("error", (error) => {
      running.delete(child);
      reject(new Error(`${program} cannot be started: ${error.message}`));
    });
    child.on("close", (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? (signal === "SIGINT" ? 130 : 143), output });
    });
  });
}

let forwards = false;

/**
 * A signal meant for us ends what we started too; we end when it has ended. Ctrl-C in a terminal
 * reaches the children by itself, `kill` and a closed window do not.
 */
function forwardSignals() {
  if (forwards) return;
  forwards = true;
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      if (running.size === 0) process.exit(signal === "SIGINT" ? 130 : 143);
      interrupted = true;
      if (signal !== "SIGINT") endChildren(signal);
    });
  }
  if (process.env.npm_lifecycle_event) endWithNpm();
}

/** @param {NodeJS.Signals} signal */
function endChildren(signal) {
  for (const child of running) child.kill(signal);
}

/**
 * npm hands a signal to the shell that it started us with, and some shells end without handing
 * it on. What we notice is that we have another parent.
 */
function endWithNpm() {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    interrupted = true;
    endChildren("SIGTERM");
  }, 200);
  watch.unref();
}

let interrupted = false;

/** Tells whether the person asked us to stop, so that a failing child is not called a failure. */
export function wasInterrupted() {
  return interrupted;
}

/**
 * Runs the main function of a tool: what it throws becomes one message and an exit code.
 * @param {() => Promise<number | void>} main
 */
export async function runTool(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (wasInterrupted()) {
      process.exitCode = 130;
      return;
    }
    console.error(`\n${error instanceof Error ? error.message : error}`);
    process.exitCode = error instanceof CommandError ? error.code : 1;
  }
}
