import { latestVisitors, visitorOf } from "#lib/flow/visitors.ts";

/** Of one visitor's checks so many may be at work at a time; one that waits for a rate window is not at work. */
const MOST_RUNNING = 3;

export type Running = {
  /** False where there is no room. Each caller that enters has to leave, with the check that was made or without. */
  enter(address: string): Promise<boolean>;
  leave(address: string, made?: string): void;
};
type Visitor = { ids: readonly string[]; starting: number };

/** In memory: no address is written down, and a restart forgives. `atWork` tells which of some checks are. */
export function openRunning(atWork: (ids: readonly string[]) => Promise<readonly string[]>): Running {
  const visitors = latestVisitors<Visitor>();
  const visitorAt = (address: string): Visitor => {
    const key = visitorOf(address);
    const visitor = visitors.get(key) ?? { ids: [], starting: 0 };
    visitors.set(key, visitor);
    return visitor;
  };
  return {
    async enter(address) {
      const visitor = visitorAt(address);
      if (isFull(visitor)) visitor.ids = await atWork(visitor.ids);
      if (isFull(visitor)) return false;
      visitor.starting += 1;
      return true;
    },
    leave(address, made) {
      const visitor = visitorAt(address);
      visitor.starting -= 1;
      if (made) visitor.ids = [...visitor.ids, made];
    },
  };
}

const isFull = ({ ids, starting }: Visitor): boolean => ids.length + starting >= MOST_RUNNING;
