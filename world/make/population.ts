import { stream } from "./random.ts";

type Shape = {
  readonly followers: number;
  readonly discount: number;
  readonly strength: number;
  readonly pool: number;
};

/**
 * How many followers sit on each server, the first server first. A Pitman–Yor process: a follower opens a new server with
 * a chance that falls as the pool runs dry, or joins one with a chance that grows with the people there.
 */
export function population(seed: number, { followers, discount, strength, pool }: Shape): readonly number[] {
  const next = stream(seed);
  const sizes: number[] = [];
  const seats = new Uint32Array(followers);
  for (let seat = 0; seat < followers; seat++) {
    const known = sizes.length;
    const opens = ((strength + discount * known) / (seat + strength)) * (1 - known / pool);
    const server = seat === 0 || next() < opens ? known : join(next, seats, seat, sizes, discount);
    seats[seat] = server;
    sizes[server] = (sizes[server] ?? 0) + 1;
  }
  return sizes;
}

/** Sits down beside somebody chosen blindly; a lonely seat is often left again. */
function join(
  next: () => number,
  seats: Uint32Array,
  taken: number,
  sizes: readonly number[],
  discount: number,
): number {
  for (;;) {
    const server = seats[Math.floor(next() * taken)] ?? 0;
    const size = sizes[server] ?? 1;
    if (next() < (size - discount) / size) return server;
  }
}
