import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { defineAppElement, TAG } from "../../../web/src/around/app-element.ts";
import { Frames } from "../../../web/src/around/frames.ts";
import { dedent, gather } from "../../../web/src/around/gather.ts";
import { settle } from "../sources/world.ts";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "tabstream-app": IntrinsicElements["div"];
    }
  }
}

const SITE = "https://site.invalid/apps/";

const place = document.createElement("div");

const fetch = vi.fn(async () => new Response("from there"));

beforeAll(() => {
  defineAppElement(new Frames(SITE), fetch);
  document.body.append(place);
});

afterEach(() => place.replaceChildren());

function frameIn(element: Element): HTMLIFrameElement {
  const frame = element.shadowRoot?.querySelector("iframe");
  if (!frame) throw new Error("The app has no frame.");
  return frame;
}

function scriptOf(frame: HTMLIFrameElement): string | null {
  return new URL(frame.src).searchParams.get("script");
}

function App({ code }: { code: string }) {
  return (
    <StrictMode>
      <tabstream-app title="In React" id="one">
        <script type="text/x-python">{code}</script>
      </tabstream-app>
    </StrictMode>
  );
}

it("is an element like any other of a React page, drawn twice or not", async () => {
  const root = createRoot(place);
  root.render(<App code="a = 1" />);
  await vi.waitFor(() => expect(place.querySelector(TAG)?.shadowRoot?.children).toHaveLength(1));
  const app = place.querySelector(TAG) as Element;
  expect(scriptOf(frameIn(app))).toBe(`page:${new URL(document.baseURI).pathname}#one`);
  const frame = frameIn(app);
  root.render(<App code="a = 2" />);
  await vi.waitFor(() => expect(app.textContent).toBe("a = 2"));
  expect(frameIn(app)).toBe(frame);
  root.unmount();
  await vi.waitFor(() => expect(app.shadowRoot?.children).toHaveLength(0));
});

it("goes by the address of a script on any other host, and by the page for one beside it", () => {
  place.innerHTML = '<tabstream-app src="https://gist.github.com/a/0123"></tabstream-app>';
  const far = place.querySelector(TAG) as Element;
  expect(scriptOf(frameIn(far))).toBe("https://gist.github.com/a/0123");
  far.setAttribute("src", "own/app.py");
  expect(scriptOf(frameIn(far))).toMatch(/^page:.*#own\/app\.py$/);
});

it("is handed over anew for what changes its files, once, and not for what changes its looks", async () => {
  place.innerHTML = '<tabstream-app src="own/app.py" requirements="attrs"></tabstream-app>';
  const app = place.querySelector(TAG) as Element;
  fetch.mockClear();
  app.setAttribute("theme", "dark");
  app.setAttribute("height", "300");
  await settle();
  expect(fetch).toHaveBeenCalledTimes(0);
  app.setAttribute("requirements", "attrs rich");
  await settle();
  expect(fetch).toHaveBeenCalledTimes(1);
  app.innerHTML = "<tabstream-file name='a.txt'>a</tabstream-file>";
  await settle();
  expect(fetch).toHaveBeenCalledTimes(2);
});

it("the same app has the same name at every visit, and no two of a page share one", () => {
  place.innerHTML = "<tabstream-app></tabstream-app>".repeat(2);
  const names = [...place.querySelectorAll(TAG)].map((app) => scriptOf(frameIn(app)));
  expect(new Set(names).size).toBe(2);
  place.innerHTML = "<tabstream-app></tabstream-app>".repeat(2);
  expect([...place.querySelectorAll(TAG)].map((app) => scriptOf(frameIn(app)))).toEqual(names);
});

it("gathers what stands between its tags, what these name, and what it asks for", async () => {
  place.innerHTML = `
    <tabstream-app requirements="attrs packaging>=20,<30" config="packages = ['x']">
      <script type="text/x-python">
        import own
        if True:
            own.run()
      </script>
      <script type="text/x-python" name="own.py">def run(): ...</script>
      <tabstream-file src="data/far%20away.csv"></tabstream-file>
      <tabstream-file name="sub/a.txt">a</tabstream-file>
    </tabstream-app>`;
  const asked: string[] = [];
  const handed = await gather(place.firstElementChild as Element, async (address) => {
    asked.push(address);
    return new Response("1,2");
  });
  const texts = [...handed.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
  expect(Object.fromEntries(texts)).toEqual({
    "app.py": "import own\nif True:\n    own.run()\n",
    "own.py": "def run(): ...\n",
    "far away.csv": "1,2",
    "sub/a.txt": "a\n",
    "requirements.txt": "attrs\npackaging>=20,<30",
    "pyscript.toml": "packages = ['x']",
  });
  expect(handed.entry).toBe("app.py");
  expect(asked).toEqual([new URL("data/far%20away.csv", document.baseURI).href]);
});

it("a file without a name, and one that does not come, are told by what they are", async () => {
  place.innerHTML = "<tabstream-app><tabstream-file>a</tabstream-file></tabstream-app>";
  const app = place.firstElementChild as Element;
  await expect(gather(app, vi.fn())).rejects.toMatchObject({ why: "It has no name." });
  place.innerHTML = '<tabstream-app src="gone.py"></tabstream-app>';
  const gone = place.firstElementChild as Element;
  const answer = async () => new Response("", { status: 404 });
  await expect(gather(gone, answer)).rejects.toMatchObject({ why: "Its host answered 404." });
});

it.each([
  ["\n    a\n      b\n\n    c\n  ", "a\n  b\n\nc\n"],
  ["a\n  b", "a\n  b\n"],
  ["", "\n"],
  ["\r\n\tif x:\r\n\t\ty\r\n", "if x:\n\ty\n"],
])("text is set out again: %j", (text, expected) => {
  expect(dedent(text)).toBe(expected);
});
