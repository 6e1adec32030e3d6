import { wait } from "./wait.js";

const MOST_TRIES = 20;

/** Asks again as long as the server says that it is busy, after the time that it names; onWait hears of each second of waiting. */
export async function patiently(ask, { signal, onWait }) {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (error.kind !== "busy" || tries === MOST_TRIES) {
        throw error;
      }
      for (let left = error.waitSeconds; left > 0; left--) {
        onWait(left);
        await wait(1000, signal);
      }
    }
  }
}
