export type Size = { readonly width: number; readonly height: number };

/**
 * How large a picture says that it is, by its head alone: a few hundred bytes may unfold into gigabytes in the browser
 * of the people who look at the page. Null: it does not say.
 */
export function pictureSize(type: string, bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return READERS[type]?.(view) ?? null;
  } catch {
    // The head ends before its size.
    return null;
  }
}

const READERS: Readonly<Record<string, (view: DataView) => Size | null>> = {
  "image/png": (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  "image/gif": (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  "image/jpeg": readJpeg,
  "image/webp": readWebp,
  "image/avif": readAvif,
};

/** Its parts follow each other, each with its length; the size stands in the one that begins a frame. */
function readJpeg(view: DataView): Size | null {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const kind = view.getUint8(at + 1);
    const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (view.getUint16(at + 2) < 2) return null;
  }
  return null;
}

function readWebp(view: DataView): Size | null {
  const kind = textAt(view, 12);
  if (kind === "VP8X") return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  if (kind === "VP8 ") return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind !== "VP8L") return null;
  const bits = view.getUint32(21, true);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

/** Boxes in boxes: the largest `ispe` counts, as a picture may hold smaller ones of itself. */
function readAvif(view: DataView): Size | null {
  let found: Size | null = null;
  const end = Math.min(view.byteLength - 16, MOST_HEAD);
  for (let at = 4; at <= end; at += 1) {
    if (view.getUint32(at) !== ISPE) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!found || size.width * size.height > found.width * found.height) found = size;
  }
  return found;
}

const ISPE = 0x69737065;
const MOST_HEAD = 16 * 1024;
const textAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((more) => view.getUint8(at + more)));
const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
