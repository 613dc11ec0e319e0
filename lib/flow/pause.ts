/** Lets whatever else waits go first. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
