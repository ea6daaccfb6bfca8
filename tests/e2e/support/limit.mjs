/**
 * What `work` brings, or an error that says what did not come: a call into a browser that has lost its page may never be
 * answered, and then nobody hears of it.
 */
export async function within(work, what, seconds = 90) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} does not come to an end in ${seconds} s`)), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
