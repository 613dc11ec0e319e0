import { type Reply, text } from "./reply.ts";
import type { Scene } from "./routes.ts";
import { siteOf } from "./uris.ts";

/** The older way to WebFinger, still served nearly everywhere. */
export const hostMeta = ({ server }: Scene): Reply =>
  text(
    `<?xml version="1.0" encoding="UTF-8"?>\n<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">\n  <Link rel="lrdd" template="${siteOf(server)}/.well-known/webfinger?resource={uri}"/>\n</XRD>\n`,
    "application/xrd+xml",
  );
