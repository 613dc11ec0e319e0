import ipaddr from "ipaddr.js";

/** Of all IPv6 space only this part is handed out to the public; ipaddr.js calls what it does not know `unicast`. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");
/** IPv4 in the coat of a translator: what counts is the address inside. */
const NAT64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

/** ipaddr.js reads this deprecated form as v4-mapped; on the wire it is not. */
const V4_COMPATIBLE = /^::\d+\.\d+/;

/** An address that anybody may be sent to. Everything else is somebody's inside: ours, or a neighbour's. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text) || V4_COMPATIBLE.test(text)) return false;
  const address = unwrapped(ipaddr.parse(text));
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST);
}

function unwrapped(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address instanceof ipaddr.IPv4) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  return address.match(NAT64) ? new ipaddr.IPv4(address.toByteArray().slice(-4)) : address;
}
