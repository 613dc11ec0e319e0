import type { Settings } from "../../model.ts";
import { isFrom } from "../mastodon/lines.ts";
import type { SoftwareName } from "../names.ts";
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
/** As of 0.18, where numbers about the server are not offered, which is how it comes. */
const GOTOSOCIAL = `# GoToSocial robots.txt -- to edit, see internal/api/util/robots.go

# AI scrapers and the like.
User-agent: AI2Bot
User-agent: GPTBot
User-agent: YouBot
Disallow: /

# Marketing/SEO "intelligence" data scrapers
User-agent: AwarioRssBot
User-agent: Seekr
Disallow: /

# Rules for everything else.
User-agent: *
Crawl-delay: 500

# API endpoints.
Disallow: /api/

# Auth/Sign in endpoints.
Disallow: /auth/
Disallow: /oauth/
Disallow: /check_your_email
Disallow: /wait_for_approval
Disallow: /account_disabled
Disallow: /signup

# Fileserver/media.
Disallow: /fileserver/

# Fedi S2S API endpoints.
Disallow: /users/
Disallow: /emoji/

# Settings panels.
Disallow: /admin
Disallow: /user
Disallow: /settings/

# Domain blocklist.
Disallow: /about/suspended

# Webfinger endpoint.
Disallow: /.well-known/webfinger

# Disallow nodeinfo
Disallow: /.well-known/nodeinfo
Disallow: /nodeinfo/
`;
const OPEN = text("User-agent: *\nDisallow:\n");
const CLOSED = text("User-agent: *\nDisallow: /\n");
const ALLOWING = text("User-agent: *\nAllow: /\n");

const SAID: Readonly<Record<Exclude<Settings["robots"], "stock">, Reply>> = {
  none: text("not found", undefined, 404),
  closed: CLOSED,
  "closed-api": text("User-agent: *\nDisallow: /api/\n"),
  "names-us": text("User-agent: Housewarming\nDisallow: /\n\nUser-agent: *\nDisallow:\n"),
};

const SHIPPED: Readonly<Partial<Record<SoftwareName, Reply>>> = {
  gotosocial: text(GOTOSOCIAL),
  misskey: ALLOWING,
  sharkey: ALLOWING,
  cherrypick: ALLOWING,
  snac: text("User-agent: *\nDisallow: /\n", "text/plain"),
  hollo: text("404 Not Found", "text/plain; charset=UTF-8", 404),
};

/** What comes with the software unless the people there wrote their own. */
export function robots({ server }: Scene): Reply {
  const { settings, software } = server;
  if (settings.robots !== "stock") return SAID[settings.robots];
  if (software === "mastodon") return text(isFrom(server, 4, 4) ? MASTODON : MASTODON_4_3, "text/plain");
  return SHIPPED[software] ?? OPEN;
}
