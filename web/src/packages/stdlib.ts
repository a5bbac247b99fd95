/** Top-level modules of Python 3.14 that Pyodide carries. Private ones begin with an underscore. */
const CARRIED = `
  abc annotationlib antigravity argparse array ast asyncio atexit base64 bdb binascii bisect
  builtins bz2 cProfile calendar cmath cmd code codecs codeop collections colorsys compileall
  compression concurrent configparser contextlib contextvars copy copyreg csv ctypes dataclasses
  datetime decimal difflib dis doctest email encodings enum errno faulthandler fcntl filecmp
  fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob
  graphlib gzip hashlib heapq hmac html http imaplib importlib inspect io ipaddress itertools
  json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder
  multiprocessing netrc ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle
  pickletools pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty
  py_compile pyclbr pydoc pyexpat queue quopri random re reprlib rlcompleter runpy sched secrets
  select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3
  sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess
  symtable sys sysconfig tabnanny tarfile tempfile termios textwrap this threading time timeit
  token tokenize tomllib trace traceback tracemalloc tty types typing unicodedata unittest
  urllib uuid warnings wave weakref webbrowser wsgiref xml xmlrpc zipapp zipfile zipimport zlib
  zoneinfo __future__
`;

/** Modules of Python's standard library that a browser's Python does without. */
const MISSING = `
  curses dbm ensurepip grp idlelib msvcrt nt pwd pydoc_data readline resource syslog tkinter
  turtle turtledemo venv winreg winsound
`;

/** Modules that are simply there: the app's own framework and Pyodide's ways to the page. */
const BUILT_IN = "streamlit tabstream js pyodide pyodide_js";

/** Carried ones that read a package's data: the time zones are a package of their own. */
const READS_A_PACKAGE = new Set(["zoneinfo"]);

const carried = new Set(`${CARRIED} ${BUILT_IN}`.trim().split(/\s+/));
const missing = new Set(MISSING.trim().split(/\s+/));

/** Whether importing the top-level module `name` needs no package. */
export function isBuiltIn(name: string): boolean {
  return name.startsWith("_") || carried.has(name);
}

/** Whether the built-in module `name` is of little use without a package. */
export function readsPackage(name: string): boolean {
  return READS_A_PACKAGE.has(name);
}

/** Whether `name` belongs to Python's standard library but not to the browser's. */
export function isMissingFromStdlib(name: string): boolean {
  return missing.has(name);
}
