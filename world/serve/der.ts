/** Just enough ASN.1 to write one certificate: synchronous and thin, because a world signs thousands of them. */
export const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
};

const lengthOf = (size: number): Buffer => {
  if (size < 0x80) return Buffer.from([size]);
  const bytes = Buffer.from(size.toString(16).padStart(size > 0xff ? 4 : 2, "0"), "hex");
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
};

export const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]) => der(0x31, ...parts);
export const integer = (positive: Uint8Array) => der(0x02, positive);
export const octets = (bytes: Uint8Array) => der(0x04, bytes);
export const bits = (bytes: Uint8Array) => der(0x03, Buffer.of(0), bytes);
export const text = (value: string) => der(0x0c, Buffer.from(value));
export const object = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
/** `value` is itself a finished element. */
export const context = (number: number, value: Uint8Array) => der(0xa0 | number, value);
export const time = (at: Date) => der(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]|\..*$/g, "")}Z`));
export const TRUE = der(0x01, Buffer.of(0xff));
