import { decidingPrefixes } from "./distribution-names.ts";
import { normalizeName } from "./requirement.ts";

/** Why a package cannot run in a browser, and what would serve instead where something does. */
export interface Impossibility {
  reason: string;
  instead?: string;
}

const NATIVE = "it is native code, and nobody has built it for WebAssembly";
const GPU = "it computes on a graphics card by drivers that a browser does not give to Python";
const SOCKETS = "it talks to a database by a network socket, and a browser opens none";
const PROGRAM = "it starts another program on the computer, and a browser cannot";
const DESKTOP = "it works on the computer's own screen, mouse or keyboard";
const DEVICE = "it records or plays on the computer's devices by native code";
const THREADS = "it compiles machine code or starts processes while it runs";

const READ_OVER_HTTP = "offer the rows at an address that allows CORS and read them from there";
const SCIKIT_LEARN = "scikit-learn runs here; or compute the results beforehand and read them";

/** Names of distributions, told apart by spaces, with the reason that they share. */
const TABLE: readonly [names: string, reason: string, instead?: string][] = [
  ["tensorflow tensorflow-cpu tf-keras keras jax jaxlib flax", NATIVE, SCIKIT_LEARN],
  ["torch torchvision torchaudio pytorch-lightning lightning fastai", NATIVE, SCIKIT_LEARN],
  ["transformers sentence-transformers tokenizers spacy gensim", NATIVE, SCIKIT_LEARN],
  ["onnxruntime llama-cpp-python faiss-cpu chromadb", NATIVE, SCIKIT_LEARN],
  ["catboost prophet cmdstanpy pystan", NATIVE, SCIKIT_LEARN],
  ["tensorflow-gpu cupy cudf cuml onnxruntime-gpu faiss-gpu pycuda", GPU, SCIKIT_LEARN],
  ["numba llvmlite ray", THREADS, "numpy runs here at its own speed"],
  ["pyspark py4j h2o tabula-py jpype1", "it needs Java", "pandas and duckdb read the same files"],
  ["psycopg2 psycopg2-binary pyodbc pymssql cx-oracle", SOCKETS, READ_OVER_HTTP],
  ["snowflake-connector-python snowflake-snowpark-python ibm-db", SOCKETS, READ_OVER_HTTP],
  ["grpcio google-cloud-bigquery google-cloud-firestore pyzmq", SOCKETS, READ_OVER_HTTP],
  ["streamlit-webrtc aiortc av", DEVICE, "st.camera_input and st.audio_input ask the browser"],
  ["pyaudio sounddevice simpleaudio pyttsx3", DEVICE, "st.audio plays in the page"],
  ["mediapipe dlib face-recognition ultralytics easyocr", NATIVE, "opencv-python runs here"],
  ["pytesseract pdf2image pdfkit imgkit pydub moviepy ffmpeg-python", PROGRAM],
  ["selenium playwright pyppeteer kaleido docker", PROGRAM],
  ["weasyprint vl-convert-python python-magic psutil", NATIVE],
  ["pyautogui pynput keyboard mouse pyperclip pywin32 mss", DESKTOP],
  ["pyqt5 pyqt6 pyside2 pyside6 wxpython kivy customtkinter", DESKTOP, "st.* draws the page"],
  ["gunicorn uwsgi uvloop mpi4py", THREADS],
];

/** Modules whose distribution has another name. */
const MODULES: Record<string, string> = {
  cx_Oracle: "cx-oracle",
  pythoncom: "pywin32",
  win32api: "pywin32",
  win32com: "pywin32",
  jpype: "jpype1",
  tabula: "tabula-py",
  wx: "wxpython",
  faiss: "faiss-cpu",
  grpc: "grpcio",
  "google.cloud.bigquery": "google-cloud-bigquery",
  "google.cloud.firestore": "google-cloud-firestore",
  zmq: "pyzmq",
  magic: "python-magic",
  ffmpeg: "ffmpeg-python",
  llama_cpp: "llama-cpp-python",
  vl_convert: "vl-convert-python",
};

const impossible = new Map<string, Impossibility>(
  TABLE.flatMap(([names, reason, instead]) =>
    names.split(" ").map((name) => [name, { reason, ...(instead && { instead }) }] as const),
  ),
);

export function whyImpossible(distribution: string): Impossibility | undefined {
  return impossible.get(normalizeName(distribution));
}

export function whyModuleImpossible(module: string): Impossibility | undefined {
  for (const part of decidingPrefixes(module)) {
    const why = impossible.get(normalizeName(MODULES[part] ?? part));
    if (why) return why;
  }
  return undefined;
}
