// The built site in a sub-folder of Python's own static server: no header that it does not send.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const SITE = process.env.TABSTREAM_DIST ?? path.resolve(import.meta.dirname, "../../../dist");
/** The apps of the tests in Chromium. */
const APPS = path.resolve(import.meta.dirname, "../../e2e");

/**
 * Serves the site, and apps beside it; answers its address and how to end that.
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serveSite() {
  const folder = await mkdtemp(path.join(tmpdir(), "tabstream-firefox-"));
  await mkdir(path.join(folder, "x"));
  await symlink(SITE, path.join(folder, "x/y"));
  await symlink(APPS, path.join(folder, "x/apps"));
  const options = ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder];
  const server = spawn("python3", options, { stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await once(server.stdout, "data");
  const port = / port (\d+) /.exec(String(line))?.[1];
  return {
    address: `http://127.0.0.1:${port}/x/y/`,
    async close() {
      server.kill();
      await once(server, "exit");
      await rm(folder, { recursive: true });
    },
  };
}
