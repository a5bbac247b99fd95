/** Makes every embedded app as high as its content: the app says how high that is. */
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "tabstream:height") return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.style.height = `${data.height}px`;
  }
});
