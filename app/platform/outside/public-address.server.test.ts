import { describe, expect, it } from "vitest";
import { isPublicUrl } from "../public-url.server";
import { OutsideFault } from "./fault";
import { isPublicAddress, lookupPublic } from "./public-address.server";
import { fetchPublic } from "./public-fetch.server";

describe("an address somebody typed in", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "100.64.0.1",
    "169.254.169.254",
    "172.31.255.255",
    "192.168.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "::ffff:10.0.0.1",
    "::ffff:a9fe:a9fe",
    "64:ff9b::a00:1",
    "2002:a00:1::1",
    "2001:0:1::1",
    "fc00::1",
    "fe80::1",
    "ff02::1",
    "no address",
  ])("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(["8.8.8.8", "172.32.0.1", "2a00:1450:4009::1"])("%s is", (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    "http://login.example.org/",
    "https://10.0.0.1/",
    "https://[::1]/",
    "https://0x0a.1/",
    "https://167772161/",
    "https://intranet/",
    "https://name:word@login.example.org/",
    "ftp://login.example.org/",
  ])("%s is not asked", async (text) => {
    expect(isPublicUrl(new URL(text))).toBe(false);
    const asked = fetchPublic(new URL(text), { method: "GET", headers: {} });
    await expect(asked).rejects.toBeInstanceOf(OutsideFault);
  });

  it("is not asked where its name stands for this machine", async () => {
    const found = await new Promise((resolve) =>
      lookupPublic("localhost", {}, (error, address) => resolve(error ? "refused" : address)),
    );
    expect(found).toBe("refused");
  });
});
