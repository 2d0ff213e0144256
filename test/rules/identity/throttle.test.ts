import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Failures, mayTry, networkOf, throttleLimits, traceOf } from "../../../server/modules/identity/throttle.rules.ts";

const none: Failures = { device: 0, pair: 0, address: 0, strangers: 0 };
const stranger = { device: false, address: false };

describe("the door", () => {
  test.each([
    ["is open to a stranger's first try", none, stranger, true],
    ["closes to one address after ten failures on an account", { ...none, pair: 10 }, stranger, false],
    ["closes to an address that tries many accounts", { ...none, address: 50 }, stranger, false],
    ["closes to strangers when a hundred of them failed", { ...none, strangers: 100 }, stranger, false],
    ["closes to a known device by its own failures", { ...none, device: 10 }, { device: true, address: false }, false],
    ["closes to a known address by its own failures", { ...none, pair: 10 }, { device: false, address: true }, false],
  ])("%s", (_, failures, known, open) => {
    expect(mayTry(failures, known)).toBe(open);
  });

  test("never closes to the owner's device, whatever strangers do", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(throttleLimits.device - 1), fc.boolean(), (pair, address, strangers, device, familiar) =>
        mayTry({ device, pair, address, strangers }, { device: true, address: familiar }),
      ),
    );
  });

  test("never closes to the owner's address by what happens at others", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(throttleLimits.pair - 1), (address, strangers, pair) =>
        mayTry({ device: 0, pair, address, strangers }, { device: false, address: true }),
      ),
    );
  });
});

describe("a failure leaves a trace", () => {
  test.each([
    ["not of a stranger's first", none, stranger, null],
    ["not of a stranger's ninth", { ...none, pair: 8, address: 8, strangers: 8 }, stranger, null],
    ["of the ten with which an address closes an account to itself", { ...none, pair: 9, address: 9, strangers: 9 }, stranger, 10],
    ["of the fifty with which an address closes every account to itself", { ...none, address: 49 }, stranger, 50],
    ["of the hundred with which strangers close an account to strangers", { ...none, pair: 1, strangers: 99 }, stranger, 100],
    ["of each on a known device", none, { device: true, address: false }, 1],
    ["of each from a known address", none, { device: false, address: true }, 1],
  ])("%s", (_, failures, known, trace) => {
    expect(traceOf(failures, known)).toBe(trace);
  });
});

describe("an address", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:DB8:1:2::9", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::", "fe80:0:0:0"],
  ])("%s stands for %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
