/**
 * The environment of every start. C keeps a copy of it in memory before Python is there, so an
 * image fits only where it is the same, letter for letter; what differs from browser to browser is
 * told to Python afterwards.
 */
export const ENVIRONMENT = {
  HOME: "/home/pyodide",
  LANG: "en_US.UTF-8",
  MPLBACKEND: "AGG",
  PYTHONHASHSEED: "0",
  PYTHONINSPECT: "1",
  PYTHONPATH: "/lib/tabstream.zip",
  _: "/bin/python",
};

/** What Python takes for its own program. */
export const EXECUTABLE = "/bin/python";

/** Where our own package lies; imported from there, as unpacking it would cost more. */
export const RUNTIME = "/lib/tabstream.zip";

/** Where Pyodide puts packages. */
export const SITE_PACKAGES = "/lib/python3.14/site-packages";

/** What Pyodide is told so that it does not start Python itself; nobody reads it. */
export const NO_START = new Uint8Array(64);
