import type { Logged } from "#world/serve/serve.ts";

/** What is kept for a day or longer, whichever check it was asked for. */
const KEPT = /^\/(?:robots\.txt|\.well-known\/nodeinfo|nodeinfo\/.*|api\/v1\/instance\/(?:domain_blocks|peers))$/;
/** An answer younger than this may have died with the process before it was written down. */
const UNDER_WAY_MS = 2_000;

/** Questions asked again although their answer was kept, by a process that came after one that was killed. */
export function askedAgain(requests: readonly Logged[], killedAt: number): readonly string[] {
  const questions = requests
    .filter(({ path }) => KEPT.test(path))
    .map(({ host, path, at }) => ({ at, is: host + path }));
  const settled = new Set(questions.filter(({ at }) => at < killedAt - UNDER_WAY_MS).map(({ is }) => is));
  const later = questions.filter(({ at }) => at > killedAt);
  return later.map(({ is }) => is).filter((is) => settled.has(is));
}
