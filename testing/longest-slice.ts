/**
 * The longest that others wait while something is done, in processor time of this process: what a busy machine adds is
 * not counted. It is done twice, and the first time is no measure: nothing is compiled yet.
 */
export async function longestSlice(work: () => Promise<unknown>): Promise<number> {
  await work();
  let [longest, over] = [0, false];
  let begun = process.cpuUsage();
  const look = (): void => {
    const { user, system } = process.cpuUsage(begun);
    longest = Math.max(longest, (user + system) / 1_000);
    begun = process.cpuUsage();
    if (!over) setImmediate(look);
  };
  setImmediate(look);
  await work();
  over = true;
  return longest;
}
