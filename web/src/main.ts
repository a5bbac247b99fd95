/** The page. The only file that reads the address, the title and global keys. */
import index from "virtual:site-index";
import { mount, siteLoader } from "./app/mount.tsx";

const { port1, port2 } = new MessageChannel();
const element = document.getElementById("page");
if (element) mount(element, port2, { loader: siteLoader(document.baseURI), index });
port1.onmessage = (event) => console.log(event.data);
const source = "import streamlit as st\nx = 3\nst.text(f'hello {x}')\n";
port1.postMessage({
  type: "open",
  project: {
    entry: "app.py",
    files: new Map([["app.py", new TextEncoder().encode(source)]]),
    argv: [],
    query: [],
    page: "",
    config: {},
    indexUrls: null,
  },
});
