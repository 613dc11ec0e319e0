import type { Host } from "./spellings.ts";

/**
 * Addresses that open something on somebody's own server: a follow, a composer. Their templates come from that
 * server's WebFinger, so they are a stranger's text and are believed only as far as they lead back to it.
 */
export type IntentLimits = {
  /** The hosts such an address may lead to. */
  readonly hosts: readonly Host[];
  readonly longest: number;
  /** Whether two hosts belong to one owner. Without it only a name below an allowed host counts. */
  readonly sameSite?: (one: Host, other: Host) => boolean;
};

const PLACEHOLDER = /\{([^{}]*)\}/g;
/** Half of a character cannot be encoded and would throw. */
const HALF_CHARACTER = /\p{Surrogate}/gu;

/** Known placeholders are filled and encoded, unknown ones emptied. Null where nothing of ours found a place. */
export function fillIntent(template: string, values: Readonly<Record<string, string>>): string | null {
  let filled = 0;
  const url = template.replace(PLACEHOLDER, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return "";
    filled += 1;
    return encodeURIComponent(value.replace(HALF_CHARACTER, "\ufffd"));
  });
  return filled > 0 ? url : null;
}

/** The address as the browser will read it, or null where it leads anywhere it must not. */
export function safeIntent(url: string, limits: IntentLimits): URL | null {
  if (url.length > limits.longest) return null;
  const parsed = URL.parse(url);
  if (parsed?.protocol !== "https:") return null;
  if (parsed.username !== "" || parsed.password !== "" || parsed.port !== "") return null;
  return limits.hosts.some((host) => leadsHome(parsed.hostname, host, limits)) ? parsed : null;
}

function leadsHome(found: Host, allowed: Host, { sameSite }: IntentLimits): boolean {
  return found === allowed || found.endsWith(`.${allowed}`) || sameSite?.(found, allowed) === true;
}
