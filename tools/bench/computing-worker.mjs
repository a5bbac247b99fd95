// How long it takes to count to a large number, once that is compiled.
count();
const start = performance.now();
count();
postMessage(performance.now() - start);

function count() {
  let sum = 0;
  for (let i = 0; i < 300_000_000; i += 1) sum = (sum + i) | 0;
  return sum;
}
