import { ImageResponse } from "next/og";
import { House } from "#components/share/card.tsx";

const SIZE = { width: 180, height: 180 } as const;
let drawn: Promise<ArrayBuffer> | undefined;

/** For the first screen of a phone, which takes no SVG. */
export async function GET(): Promise<Response> {
  drawn ??= new ImageResponse(<Icon />, SIZE).arrayBuffer();
  const picture = await drawn;
  return new Response(picture, { headers: { "content-type": "image/png", "cache-control": "public, max-age=86400" } });
}

const Icon = () => (
  <div
    style={{
      ...{ display: "flex", alignItems: "center", justifyContent: "center" },
      ...{ width: "100%", height: "100%", background: "#faf8f5" },
    }}
  >
    <House size={140} />
  </div>
);
