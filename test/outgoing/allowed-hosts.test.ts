import { describe, expect, it } from "vitest";
import { allowedUrl } from "../../src/outgoing/allowed-url.ts";
import { createOutgoing } from "../../src/outgoing/create-outgoing.ts";
import { isPublicAddress } from "../../src/outgoing/is-public-address.ts";
import { startFarEnd, whole } from "./start-far-end.ts";

const rules = { hosts: ["smba.example.net", "*.botframework.example"] };
const kindOf = (url: string, more = {}): string => allowedUrl(url, { ...rules, ...more }).kind;

describe("addresses that may be called", () => {
  it.each([
    ["https://smba.example.net/kr/", "allowed"],
    ["https://SMBA.Example.Net/", "allowed"],
    ["https://webchat.botframework.example/v3", "allowed"],
    ["https://botframework.example/", "forbidden"],
    ["https://evilbotframework.example/", "forbidden"],
    ["https://smba.example.net.evil.example/", "forbidden"],
    ["https://smba.example.net./", "forbidden"],
    ["https://evil.example/?smba.example.net", "forbidden"],
    ["http://smba.example.net/", "forbidden"],
    ["ftp://smba.example.net/", "forbidden"],
    ["https://name:word@smba.example.net/", "forbidden"],
    ["https://smba.example.net@evil.example/", "forbidden"],
    ["not an address", "forbidden"],
    ["", "forbidden"],
  ])("%s is %s", (url, kind) => {
    expect(kindOf(url)).toBe(kind);
  });

  it.each(["http://127.0.0.1:1/", "http://localhost:1/", "http://[::1]:1/"])("%s only in development", (url) => {
    expect(kindOf(url)).toBe("forbidden");
    expect(kindOf(url, { loopback: true })).toBe("allowed");
  });

  it.each(["http://10.0.0.1/", "http://0.0.0.0/", "http://localhost.evil.example/"])("%s not even there", (url) => {
    expect(kindOf(url, { loopback: true })).toBe("forbidden");
  });

  it("a private address stays forbidden when it is on the list, however it is written", () => {
    for (const host of ["127.0.0.1", "0x7f.1", "2130706433", "[::1]", "[::ffff:10.0.0.1]"]) {
      const listed = [host.replace(/^\[|\]$/g, ""), "127.0.0.1", "::1", "::ffff:a00:1"];
      expect(kindOf(`https://${host}/`, { hosts: listed })).toBe("forbidden");
    }
  });
});

describe("public addresses", () => {
  it.each(["8.8.8.8", "20.1.2.3", "2603:1010::1"])("%s", (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ["loopback", "127.0.0.1"],
    ["loopback", "127.255.0.9"],
    ["loopback", "::1"],
    ["nowhere", "0.0.0.0"],
    ["nowhere", "::"],
    ["private", "10.1.2.3"],
    ["private", "172.31.0.1"],
    ["private", "192.168.0.1"],
    ["private", "fd00::1"],
    ["carrier's own", "100.64.0.1"],
    ["metadata", "169.254.169.254"],
    ["metadata", "fd00:ec2::254"],
    ["link-local", "fe80::1"],
    ["IPv4-mapped", "::ffff:127.0.0.1"],
    ["IPv4-mapped public", "::ffff:8.8.8.8"],
    ["NAT64", "64:ff9b::7f00:1"],
    ["local NAT64", "64:ff9b:1::a00:1"],
    ["6to4", "2002:7f00:1::"],
    ["Teredo", "2001:0:7f00:1::"],
    ["documentation", "2001:db8::1"],
    ["multicast", "224.0.0.1"],
    ["multicast", "ff02::1"],
    ["broadcast", "255.255.255.255"],
    ["not an address", "localhost"],
  ])("not %s: %s", (_what, address) => expect(isPublicAddress(address)).toBe(false));
});

describe("a name of the list", () => {
  const leadingTo = (...addresses: readonly string[]) =>
    createOutgoing({
      hosts: ["far.example"],
      lookUpAll: (_name, done) =>
        done(
          null,
          addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
        ),
    });

  it.each([
    [["127.0.0.1"]],
    [["::1"]],
    [["::ffff:127.0.0.1"]],
    [["64:ff9b::7f00:1"]],
    [["169.254.169.254"]],
    [["8.8.8.8", "10.0.0.1"]],
    [[]],
  ])("that leads to %s is not connected to", async (addresses) => {
    const far = await startFarEnd((socket) => socket.write(whole(200, "")));
    const call = { method: "GET", url: `https://far.example:${far.port}/`, headers: {} } as const;
    expect(await leadingTo(...addresses)(call)).toEqual({ kind: "not-sent", why: "ADDRESS_NOT_PUBLIC" });
    expect(far.connections()).toBe(0);
  });

  it("is refused too when the system's own resolution leads to this machine", async () => {
    const far = await startFarEnd((socket) => socket.write(whole(200, "")));
    const call = { method: "GET", url: `https://localhost:${far.port}/`, headers: {} } as const;
    expect(await createOutgoing({ hosts: ["localhost"] })(call)).toMatchObject({ kind: "not-sent" });
    expect(far.connections()).toBe(0);
  });

  it("that cannot be resolved means not sent", async () => {
    const lost = createOutgoing({
      hosts: ["far.example"],
      lookUpAll: (_name, done) => done(Object.assign(new Error("x"), { code: "ENOTFOUND" }), []),
    });
    const call = { method: "GET", url: "https://far.example/", headers: {} } as const;
    expect(await lost(call)).toEqual({ kind: "not-sent", why: "ENOTFOUND" });
  });
});
