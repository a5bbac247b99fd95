// Ten apps of a page, as the bench wants them started. Loaded by ten.html.

const COUNT = 10;
const SCRIPT = "apps/hello.py";

/** Starts all at once or one after the other; answers how long each took until its first run was over. */
globalThis.startTen = async (/** @type {"together" | "in turn"} */ how) => {
  const times = [];
  for (let number = 1; number <= COUNT; number += 1) {
    const started = startOne(number);
    times.push(how === "in turn" ? await started : started);
  }
  return Promise.all(times);
};

function startOne(/** @type {number} */ number) {
  const app = document.createElement("tabstream-app");
  app.setAttribute("src", SCRIPT);
  app.setAttribute("start", "now");
  app.title = `App ${number}`;
  const begun = performance.now();
  const ready = new Promise((resolve) => {
    app.addEventListener("tabstream:ready", () => resolve(performance.now() - begun));
  });
  document.body.append(app);
  return ready;
}
