const every = 15_000;
const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/**
 * Says what is being done, that it still is, and how long it took.
 * @template T
 * @param {string} words
 * @param {() => T | Promise<T>} act
 * @returns {Promise<T>}
 */
export async function step(words, act) {
  const start = performance.now();
  console.log(`${words} …`);
  const still = setInterval(() => console.log(`  still at it (${seconds(start)})`), every);
  try {
    const result = await act();
    console.log(`  done in ${seconds(start)}`);
    return result;
  } finally {
    clearInterval(still);
  }
}
