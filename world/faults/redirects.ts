import type { Asked, Reply } from "../software/common/reply.ts";
import type { Fault, Surroundings } from "./fault.ts";

const to = (location: string, status = 302): Reply => ({
  status,
  headers: { location, "content-type": "text/html" },
  body: "",
});
const target = ({ path, query }: Asked) => `${path}${query.size > 0 ? `?${query}` : ""}`;

const leadingTo = (place: (surroundings: Surroundings) => string): Fault => ({
  instead: (asked, _, surroundings) => to(`${place(surroundings)}${target(asked)}`),
});

/** Led elsewhere: in a circle, off the secured path, into places nobody from outside should see. */
export const redirects = {
  "redirect-loop": { instead: (asked, server) => to(`https://${server.web}${target(asked)}`) },
  "redirect-chain": {
    instead: ({ path, query }, server) => {
      const hop = Number(query.get("hop") ?? 0) + 1;
      return to(`https://${server.web}${path}?hop=${hop}`);
    },
  },
  "redirect-to-http": { instead: (asked, server) => to(`http://${server.web}${target(asked)}`) },
  "redirect-elsewhere": leadingTo(() => "https://elsewhere.test"),
  "redirect-to-loopback": leadingTo(({ canaryPort }) => `https://127.0.0.1:${canaryPort}`),
  "redirect-to-loopback-name": leadingTo(({ canaryPort }) => `https://localhost:${canaryPort}`),
  "redirect-to-ipv6-loopback": leadingTo(({ canaryPort }) => `https://[::1]:${canaryPort}`),
  "redirect-to-mapped": leadingTo(({ canaryPort }) => `https://[::ffff:127.0.0.1]:${canaryPort}`),
  "redirect-to-metadata": leadingTo(() => "https://169.254.169.254"),
  "redirect-to-file": { instead: () => to("file:///etc/passwd") },
} as const satisfies Readonly<Record<string, Fault>>;
