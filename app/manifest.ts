import type { MetadataRoute } from "next";
import english from "#i18n/en.json";

/** A phone may keep the site on its first screen, and hand over profiles from its share sheet. */
export default function manifest(): MetadataRoute.Manifest {
  const { name, claim } = english.site;
  return {
    name: `${name}: ${claim}`,
    short_name: name,
    start_url: "/",
    display: "minimal-ui",
    background_color: "#faf8f5",
    theme_color: "#faf8f5",
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      { src: "/touch-icon.png", type: "image/png", sizes: "180x180" },
    ],
    share_target: { action: "/", method: "GET", params: { title: "title", text: "text", url: "url" } },
  };
}
