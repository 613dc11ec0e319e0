/** Where software keeps the list of people who asked to follow, by the name it publishes. */
const PATHS: Readonly<Record<string, string>> = {
  mastodon: "/follow_requests",
  hometown: "/follow_requests",
  glitchsoc: "/follow_requests",
  pleroma: "/friend-requests",
  akkoma: "/friend-requests",
  misskey: "/my/follow-requests",
  sharkey: "/my/follow-requests",
  firefish: "/my/follow-requests",
  iceshrimp: "/my/follow-requests",
};

/** None where the software keeps it in an app only. */
export function followRequestsUrl(host: string, software: string | undefined): string | null {
  const path = PATHS[software?.toLowerCase() ?? ""];
  return path ? `https://${host}${path}` : null;
}
