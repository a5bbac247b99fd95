/** The first message of a worker. `name` is said where its code cannot be run. */
export function firstMessage<T>(worker: Worker, name: string): Promise<T> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<T>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || `${name} did not start`));
    };
  });
}
