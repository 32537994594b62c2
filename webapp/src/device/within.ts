/**
 * Settles as the promise does, or rejects with the problem after so many milliseconds. A line to a
 * board whose program takes no bytes lets a write wait for ever.
 */
export async function within<T>(millis: number, promise: Promise<T>, problem: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(problem)), millis);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
