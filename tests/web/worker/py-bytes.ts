/** Bytes as Python hands them over. */
export function pyBytes(...data: number[]) {
  const released: string[] = [];
  return {
    released,
    getBuffer: () => ({ data: new Uint8Array(data), release: () => void released.push("buffer") }),
    destroy: () => void released.push("proxy"),
  };
}
