import pg from "pg";
import { CHANGED, type Heard } from "./store.ts";

const AGAIN_MS = 1_000;
/** Nothing is ever asked on this connection, so only the system notices that the other end is gone. */
const ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/** A connection of its own for notifications. After each break it connects again and says that anything may have changed. */
export async function listenOn(url: string, heard: Heard): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, ...ALIVE, application_name: "housewarming-changes" });
    client = next;
    next.on("notification", ({ payload }) => heard(payload ?? null));
    next.on("error", () => {});
    await next.connect();
    await next.query(`listen ${CHANGED}`);
    next.on("end", again);
    if (closed) await next.end();
  };
  const again = (): void => {
    if (closed) return;
    timer = setTimeout(() => connect().then(() => heard(null), again), AGAIN_MS);
  };

  await connect();
  return async () => {
    closed = true;
    clearTimeout(timer);
    await client?.end();
  };
}
