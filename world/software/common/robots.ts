import type { Settings } from "../../model.ts";
import { isFrom } from "../mastodon/lines.ts";
import { type Reply, text } from "./reply.ts";
import type { Scene } from "./routes.ts";

const MASTODON_4_3 = `# See http://www.robotstxt.org/robotstxt.html for documentation on how to use the robots.txt file

User-agent: GPTBot
Disallow: /

User-agent: *
Disallow: /media_proxy/
Disallow: /interact/
`;
/** Since 4.4. */
const MASTODON = `${MASTODON_4_3}Disallow: /api/v1/instance/domain_blocks
`;
const GOTOSOCIAL = `User-agent: GPTBot
Disallow: /

User-agent: *
Crawl-delay: 500
Disallow: /api/
Disallow: /auth/
Disallow: /oauth/
`;
const OPEN = "User-agent: *\nDisallow:\n";

const SAID: Readonly<Record<Exclude<Settings["robots"], "stock" | "none">, string>> = {
  closed: "User-agent: *\nDisallow: /\n",
  "closed-api": "User-agent: *\nDisallow: /api/\n",
  "names-us": "User-agent: Housewarming\nDisallow: /\n\nUser-agent: *\nDisallow:\n",
};

/** What comes with the software unless the people there wrote their own. */
export function robots({ server }: Scene): Reply {
  const { settings, software } = server;
  if (settings.robots === "none") return text("not found", undefined, 404);
  if (settings.robots !== "stock") return text(SAID[settings.robots]);
  if (software === "mastodon") return text(isFrom(server, 4, 4) ? MASTODON : MASTODON_4_3, "text/plain");
  return text(software === "gotosocial" ? GOTOSOCIAL : OPEN);
}
