import { expect, test } from "vitest";
import { networkOf } from "./source";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:12:3400:abcd::1", "2001:db8:12:3400::/64"],
  ["2001:0DB8:0012:3400::2", "2001:db8:12:3400::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["local", "local"],
])("%s speaks for %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
