import { describe, expect, it } from "vitest";
import { checkCaller, isLoopbackHost } from "../../src/http/check-caller.ts";
import { isInsideAddress } from "../../src/http/is-inside-address.ts";

const caller = (host: string | undefined, origin?: string, forwardedHost?: string) => ({ host, origin, forwardedHost });
const home = { loopback: true, hosts: [] };
const open = { loopback: false, hosts: [] };

describe("checkCaller", () => {
  it.each([
    ["127.0.0.1:3978", true],
    ["localhost", true],
    ["LOCALHOST:1", true],
    ["[::1]:3978", true],
    ["127.0.0.1.evil.example", false],
    ["localhost.evil.example", false],
    ["128.0.0.1", false],
  ])("knows whether %s is this machine", (host, expected) => {
    expect(isLoopbackHost(host)).toBe(expected);
  });

  it("asks for a name of this machine only on a loopback address", () => {
    expect(checkCaller(caller("help.example:80"), home)).toBe("HOST_REFUSED");
    expect(checkCaller(caller(undefined), home)).toBe("HOST_REFUSED");
    expect(checkCaller(caller("help.example"), open)).toBeUndefined();
    expect(checkCaller(caller("help.example"), { loopback: true, hosts: ["help.example"] })).toBeUndefined();
  });

  it("takes only the origin that is the host itself, directly or through a proxy", () => {
    expect(checkCaller(caller("localhost:1", "http://localhost:1"), home)).toBeUndefined();
    expect(checkCaller(caller("localhost:1", "http://localhost:2"), home)).toBe("ORIGIN_REFUSED");
    expect(checkCaller(caller("localhost:1", "null"), home)).toBe("ORIGIN_REFUSED");
    expect(checkCaller(caller("inner:1", "https://help.example", "help.example"), open)).toBeUndefined();
    expect(checkCaller(caller("inner:1", "https://help.example"), open)).toBe("ORIGIN_REFUSED");
  });
});

describe("isInsideAddress", () => {
  it.each([
    ["127.0.0.1", true],
    ["::1", true],
    ["::ffff:10.1.2.3", true],
    ["172.16.0.1", true],
    ["172.32.0.1", false],
    ["203.0.113.9", false],
    ["2001:db8::1", false],
    ["nonsense", false],
  ])("%s: %s", (address, expected) => {
    expect(isInsideAddress(address)).toBe(expected);
  });
});
