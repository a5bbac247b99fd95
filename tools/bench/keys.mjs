// The keyboard of a tab: by the browser's own protocol, and with nothing of it but that.
import { once } from "node:events";
import WebSocket from "ws";

export class Keys {
  #socket;
  #sent = 0;

  /** @param {WebSocket} socket */
  constructor(socket) {
    this.#socket = socket;
  }

  /** @param {string} key @param {number} code as Windows counts them */
  press(key, code) {
    this.#send("rawKeyDown", key, code);
  }

  /** @param {string} key @param {number} code */
  release(key, code) {
    this.#send("keyUp", key, code);
  }

  close() {
    this.#socket.close();
  }

  /** @param {string} type @param {string} key @param {number} code */
  #send(type, key, code) {
    this.#sent += 1;
    const params = { type, key, code: key, windowsVirtualKeyCode: code };
    const command = { id: this.#sent, method: "Input.dispatchKeyEvent", params };
    this.#socket.send(JSON.stringify(command));
  }
}

/**
 * The keyboard of a tab.
 * @param {string} address where the tab's debugger listens; nothing else is asked of it
 */
export async function keysOf(address) {
  const socket = new WebSocket(address);
  await once(socket, "open");
  return new Keys(socket);
}
