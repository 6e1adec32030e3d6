/** Resolves after some time; rejects at once where the signal says to stop. */
export function wait(millis, signal) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(done, millis);
    signal?.addEventListener("abort", stop, { once: true });

    function done() {
      signal?.removeEventListener("abort", stop);
      resolve();
    }

    function stop() {
      clearTimeout(timer);
      reject(signal.reason);
    }
  });
}
