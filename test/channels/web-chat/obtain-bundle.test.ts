import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { obtainBundle } from "../../../src/channels/web-chat/obtain-bundle.ts";
import { readTarFiles } from "../../../src/channels/web-chat/read-tar-files.ts";

const tarEntry = (name: string, body: Buffer, type = "0"): Buffer => {
  const head = Buffer.alloc(512);
  head.write(name, 0, "latin1");
  head.write(`${body.length.toString(8).padStart(11, "0")}\0`, 124, "latin1");
  head.write(type, 156, "latin1");
  return Buffer.concat([head, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
};

describe("readTarFiles", () => {
  it("finds files among others, also big and empty ones", async () => {
    const big = Buffer.alloc(300_000, "가");
    const tgz = gzipSync(
      Buffer.concat([
        tarEntry("package/stats.json", Buffer.alloc(2_000_000, "x")),
        tarEntry("package/", Buffer.alloc(0), "5"),
        tarEntry("package/empty", Buffer.alloc(0)),
        tarEntry("package/big.js", big),
        tarEntry("package/link", Buffer.from("not a file"), "2"),
        Buffer.alloc(1024),
      ]),
    );
    const files = await readTarFiles(tgz, new Set(["package/big.js", "package/empty", "package/link", "package/no"]));
    expect([...files.keys()].sort()).toEqual(["package/big.js", "package/empty"]);
    expect(files.get("package/big.js")?.equals(big)).toBe(true);
  });

  it("rejects what is no archive", async () => {
    await expect(readTarFiles(Buffer.from("nothing"), new Set(["a"]))).rejects.toThrow();
  });
});

describe("obtainBundle", () => {
  it("takes no other tarball than the reviewed one, and says what to do", async () => {
    const root = await mkdtemp(join(tmpdir(), "ansim-bundle-"));
    const folder = join(root, ".cache", "web-chat");
    await mkdir(folder, { recursive: true });
    const tarball = gzipSync(tarEntry("package/dist/webchat-minimal.js", Buffer.from("alert(1)")));
    await writeFile(join(folder, "botframework-webchat-4.18.1.tgz"), tarball);
    await expect(obtainBundle(root)).rejects.toMatchObject({
      code: "WEB_CHAT_MISSING",
      message: expect.stringContaining("npm pack botframework-webchat@4.18.1"),
    });
    await rm(root, { recursive: true });
  });
});
