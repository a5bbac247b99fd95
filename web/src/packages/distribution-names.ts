import { normalizeName } from "./requirement.ts";

/** Modules whose distribution on the package index has a name of its own. */
const BY_MODULE: Record<string, string> = {
  Crypto: "pycryptodome",
  Levenshtein: "levenshtein",
  OpenSSL: "pyopenssl",
  dateutil: "python-dateutil",
  docx: "python-docx",
  dotenv: "python-dotenv",
  fitz: "pymupdf",
  jose: "python-jose",
  jwt: "pyjwt",
  multipart: "python-multipart",
  pptx: "python-pptx",
  serial: "pyserial",
  slugify: "python-slugify",
  st_aggrid: "streamlit-aggrid",
  streamlit_lottie: "streamlit-lottie",
  telegram: "python-telegram-bot",
  usaddress: "usaddress",
  websocket: "websocket-client",
  zoneinfo: "tzdata",
  "google.generativeai": "google-generativeai",
  "google.genai": "google-genai",
  "google.oauth2": "google-auth",
  "google.auth": "google-auth",
  "google.protobuf": "protobuf",
  "ruamel.yaml": "ruamel-yaml",
};

/** Distributions that are another one under a second name, as far as a script can tell. */
const SAME_AS: Record<string, string> = {
  bs4: "beautifulsoup4",
  "opencv-contrib-python": "opencv-python",
  "opencv-contrib-python-headless": "opencv-python",
  "opencv-python-headless": "opencv-python",
  pil: "pillow",
  sklearn: "scikit-learn",
  yaml: "pyyaml",
};

/** Top-level names that many distributions share: the next parts tell which one it is. */
const SHARED = new Set(["azure", "google", "jaraco", "opentelemetry", "ruamel", "zope"]);

/** The part of a dotted module name that decides which package it comes from. */
export function decidingPart(module: string): string {
  const parts = module.split(".");
  return parts.slice(0, SHARED.has(parts[0] as string) ? 3 : 1).join(".");
}

/** The distribution that most likely carries `module`, for a module that no lock knows. */
export function distributionOf(module: string): string {
  for (const part of decidingPrefixes(module)) {
    const known = BY_MODULE[part];
    if (known) return known;
  }
  return normalizeName(module);
}

export function canonicalName(distribution: string): string {
  const name = normalizeName(distribution);
  return SAME_AS[name] ?? name;
}

/** The longest first: `a.b.c`, `a.b`, `a`; without the last one where many packages share it. */
export function decidingPrefixes(module: string): string[] {
  const parts = module.split(".");
  const prefixes = parts.map((_, index) => parts.slice(0, parts.length - index).join("."));
  return prefixes.length > 1 && SHARED.has(parts[0] as string) ? prefixes.slice(0, -1) : prefixes;
}
