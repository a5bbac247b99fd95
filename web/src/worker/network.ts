/**
 * Requests that a browser refuses. It only ever says "Failed to fetch", so the host and the ways
 * out are named here: below all that Python can ask with, urllib, requests and pyfetch alike.
 */

/** Say more when a request to another origin fails; to be called once, after `fetch` is ours. */
export function explainRefusals(): void {
  const askFor = self.fetch;
  self.fetch = async (input, init) => {
    try {
      return await askFor(input, init);
    } catch (error) {
      const address = input instanceof Request ? input.url : String(input);
      const isRefusal = error instanceof TypeError && isElsewhere(address);
      throw isRefusal ? new TypeError(refusal(address), { cause: error }) : error;
    }
  };

  const requests = XMLHttpRequest.prototype;
  const { open, send } = requests;
  const addresses = new WeakMap<XMLHttpRequest, string>();
  requests.open = function (method: string, url: string | URL, ...rest: unknown[]): void {
    addresses.set(this, String(url));
    open.apply(this, [method, url, ...rest] as Parameters<typeof open>);
  };
  requests.send = function (body): void {
    try {
      send.call(this, body);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      const address = addresses.get(this) ?? "";
      const isRefusal = error.name === "NetworkError" && isElsewhere(address);
      // A plain error with the same name: Pyodide does not take a DOMException for one.
      const plain = new Error(isRefusal ? refusal(address) : error.message);
      plain.name = error.name;
      throw plain;
    }
  };
}

function refusal(address: string): string {
  const { host, protocol } = new URL(address);
  const isMixed = self.location.protocol === "https:" && protocol === "http:";
  const why = isMixed
    ? "this page came by https:, and from there a browser asks no http: address"
    : "it cannot be reached, or it does not allow other sites to read from it (CORS); a browser does not say which";
  return `${address} could not be read from ${host}: ${why}. ${WAYS_OUT}`;
}

const WAYS_OUT =
  "What helps: put the file beside the script and read it from there; use an address that allows " +
  "it, such as that of a raw file on GitHub; or let the host send the header " +
  "`Access-Control-Allow-Origin: *`.";

/** Whether an address is one of the web, and not of this site. */
function isElsewhere(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin } = new URL(address);
  return /^https?:$/.test(protocol) && origin !== self.origin;
}
