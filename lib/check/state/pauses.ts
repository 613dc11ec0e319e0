/** As long as the gate leaves a silent host alone after its first failure, and a moment more. */
export const SILENCE_PAUSE_MS = 61_000;
/** As long as the gate signs nothing for a server that could not reach us. */
export const OUR_FAULT_PAUSE_MS = 300_000;
