/** The part of the browser that is told something while no page is open. It has the pages of checks and no others. */
const [SCRIPT, SCOPE] = ["/notices.js", "/check/"] as const;

export const canBeTold = (): boolean =>
  "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** Null: this browser was never told anything. */
export const noticesHere = async (): Promise<PushSubscription | null> => {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  return (await registration?.pushManager.getSubscription()) ?? null;
};

/** `key`: of the copy that is to be believed, and no other. */
export async function takeNotices(key: string): Promise<PushSubscription> {
  await navigator.serviceWorker.register(SCRIPT, { scope: SCOPE });
  const { pushManager } = await navigator.serviceWorker.ready;
  const there = await pushManager.getSubscription();
  // Of an earlier secret of this copy, which nothing is sent with any more.
  if (there && inBase64(there.options.applicationServerKey) !== key) await there.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

/** By its digest a browser is known again, without saying its address once more. */
export const deviceOf = async ({ endpoint }: PushSubscription): Promise<string> =>
  inBase64(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(endpoint)));

/** Null: this browser is not told anything. */
export async function deviceHere(): Promise<string | null> {
  const there = canBeTold() ? await noticesHere() : null;
  return there && deviceOf(there);
}

/** With it goes the address at which this browser is told. */
export async function forgetNotices(): Promise<void> {
  if (!canBeTold()) return;
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  await registration?.unregister();
}

const inBase64 = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
