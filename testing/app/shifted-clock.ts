/**
 * Loaded into a process before anything else: the time of day there is as far ahead of the machine's as the process is
 * told, from `CLOCK_AHEAD_MS` on. Timers go on as they did, as on a machine whose clock is set.
 */
const machine = Date.now.bind(Date);
let ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0);

const now = (): number => machine() + ahead;
const text = (): string => new Date(now()).toString();

Date.now = now;
globalThis.Date = new Proxy(Date, {
  construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [now()] : args, self),
  apply: text,
});

process.on("message", (said: { readonly ahead?: number }) => {
  if (said?.ahead !== undefined) ahead = said.ahead;
});
process.channel?.unref();
