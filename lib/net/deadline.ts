/** How often the process looks at the clock while a deadline runs. Shorter standstills are not noticed. */
const BEAT_MS = 25;

/** There is one event loop, so there is one count of the time in which it stood still. */
let stood = 0;
let lastBeat = 0;
let running = 0;
let beating: NodeJS.Timeout | undefined;

/**
 * Calls back after so much time in which an answer could have been noticed. A process that computes for two seconds,
 * or is not given the processor, hears nothing meanwhile: that is no silence of the other side. What has arrived
 * by the last moment has one turn of the loop to be read. Returns how to call it off.
 */
export function deadline(ms: number, late: () => void): () => void {
  enter();
  let seen = standstill();
  let turn: NodeJS.Immediate | undefined;
  let timer = setTimeout(due, ms);
  let open = true;

  function due(): void {
    const owed = standstill() - seen;
    seen += owed;
    if (owed > 0) timer = setTimeout(due, owed);
    else turn = setImmediate(ring);
  }
  function ring(): void {
    stop();
    late();
  }
  function stop(): void {
    clearTimeout(timer);
    clearImmediate(turn);
    if (open) leave();
    open = false;
  }
  return stop;
}

function enter(): void {
  running += 1;
  if (running > 1) return;
  lastBeat = performance.now();
  beating = setInterval(beat, BEAT_MS).unref();
}

function leave(): void {
  running -= 1;
  if (running === 0) clearInterval(beating);
}

function beat(): void {
  stood = standstill();
  lastBeat = performance.now();
}

/** All of it until now, the one that may just have ended included. */
function standstill(): number {
  const gap = performance.now() - lastBeat;
  return gap > 2 * BEAT_MS ? stood + gap - BEAT_MS : stood;
}
