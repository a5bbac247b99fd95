// Debian's packages, where we may install them.
import { run } from "./command.mjs";
import { findOnPath } from "./search-path.mjs";

let updated = false;

/** Tells whether this machine has Debian's packages and lets us install them. */
export function canUseApt() {
  return (
    process.platform === "linux" && process.getuid?.() === 0 && findOnPath("apt-get") !== undefined
  );
}

/**
 * Installs Debian packages.
 * @param {readonly string[]} packages
 */
export async function aptInstall(packages) {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  if (!updated) await run("apt-get", ["update", "-qq"], { env, quiet: true });
  updated = true;
  const options = ["install", "-qq", "-y", "--no-install-recommends"];
  await run("apt-get", [...options, ...packages], { env, quiet: true });
}
