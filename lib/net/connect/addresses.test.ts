import { expect, test } from "vitest";
import { isPublicAddress } from "./addresses.ts";

const INSIDE = {
  "this machine": ["127.0.0.1", "127.8.8.8", "::1", "0.0.0.0", "::", "0.1.2.3"],
  "private nets": ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12:3456::1", "fec0::1"],
  "link-local and metadata": ["169.254.169.254", "169.254.1.1", "fe80::1", "fe80::1%eth0", "fd00:ec2::254"],
  "carrier-grade": ["100.64.0.1", "100.127.255.254", "100.100.100.200"],
  "multicast and broadcast": ["224.0.0.1", "239.255.255.250", "255.255.255.255", "ff02::1", "ff0e::1"],
  "v4-mapped": ["::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe"],
  "v4-compatible": ["::127.0.0.1", "::7f00:1", "::a00:1", "::8.8.8.8"],
  "translated (RFC 6145)": ["::ffff:0:127.0.0.1", "::ffff:0:8.8.8.8"],
  "6to4": ["2002:7f00:1::", "2002:a00:1::1", "2002:808:808::1"],
  teredo: ["2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001::1"],
  NAT64: ["64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "64:ff9b:1::808:808"],
  reserved: ["192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "192.88.99.1", "240.0.0.1"],
  "reserved v6": ["2001:db8::1", "3fff::1", "100::1", "5f00::1", "2001:2::1", "2001:10::1", "4000::1", "1::1"],
  "other spellings": ["2130706433", "0x7f000001", "0x7f.1", "127.1", "0177.0.0.1", "127.0.1"],
  "no address": ["", "far.example", "1.2.3.4.5", "999.1.1.1", "[::1]", "127.0.0.1:443"],
};

test.each(Object.entries(INSIDE))("%s is not public", (_, addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});

test("what anybody may be sent to is public", () => {
  const outside = ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.63.255.255", "2606:4700::1111", "2a01:4f8::1"];
  const wrapped = ["::ffff:8.8.8.8", "64:ff9b::8.8.8.8"];
  expect([...outside, ...wrapped].filter((address) => !isPublicAddress(address))).toEqual([]);
});
