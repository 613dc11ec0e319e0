/** Loaded into the app before anything else: says what it has used, when asked. */
const SAMPLE_MS = 20;

export type Usage = { readonly cpuMs: number; readonly rssMb: number; readonly peakMb: number };

let peak = 0;
const rssMb = (): number => process.memoryUsage.rss() / 2 ** 20;
const sample = (): void => {
  peak = Math.max(peak, rssMb());
};
setInterval(sample, SAMPLE_MS).unref();

/** Each answer begins a new stretch: the peak is the highest since the last one. */
process.on("message", (wish) => {
  if (wish !== "usage") return;
  sample();
  const { user, system } = process.cpuUsage();
  process.send?.({ usage: { cpuMs: (user + system) / 1000, rssMb: rssMb(), peakMb: peak } satisfies Usage });
  peak = 0;
});
process.channel?.unref();
