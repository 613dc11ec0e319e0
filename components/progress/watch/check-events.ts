import type { CheckState } from "#lib/contract/check-state.ts";
import { EventData } from "#lib/contract/events.ts";

type Hear = {
  /** A change to what is known of the check. */
  readonly keep: (change: (now: CheckState) => CheckState) => void;
  readonly onOpen: () => void;
  /** `gaveUp`: the browser will not try again by itself, as after a proxy's refusal while we start anew. */
  readonly onLost: (gaveUp: boolean) => void;
};

export function openEvents(id: string, { keep, onOpen, onLost }: Hear): () => void {
  const events = new EventSource(`/api/checks/${id}/events`);
  events.onopen = onOpen;
  events.onerror = () => onLost(events.readyState === EventSource.CLOSED);
  events.addEventListener("state", ({ data: text }) => {
    const next = EventData.state.safeParse(JSON.parse(text));
    if (next.success) keep((now) => (next.data.rev >= now.rev ? next.data : now));
  });
  events.addEventListener("counts", ({ data: text, lastEventId }) => {
    const next = EventData.counts.safeParse(JSON.parse(text));
    if (next.success) keep((now) => ({ ...now, counts: next.data, rev: newest(now, lastEventId) }));
  });
  events.addEventListener("servers", ({ lastEventId }) => {
    keep((now) => ({ ...now, rev: newest(now, lastEventId) }));
  });
  return () => events.close();
}

const newest = ({ rev }: CheckState, lastEventId: string): number => Math.max(rev, Number(lastEventId) || 0);
