import { readdir } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { deflateSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { offerDownloads } from "../../../server/http/downloads.ts";
import { largestFile, takeUploads } from "../../../server/http/uploads.ts";
import { type Actor, anonymous } from "../../../server/platform/actor.ts";
import { createLog } from "../../../server/platform/log.ts";
import { until } from "../../support/until.ts";
import { served } from "../../support/served.ts";
import { openWorld, type World } from "../../support/world.ts";
import { csv, docxOf, officePdf, onePixelPng, pdfOf, zipOf } from "./corpus.ts";

let world: World;
let app: FastifyInstance;
const people = new Map<string, Actor>();

beforeAll(async () => {
  world = await openWorld();
  const { member, officer } = world;
  people.set("acme", (await member()).actor);
  people.set("rival", (await member()).actor);
  people.set("officer", (await officer()).actor);
  app = await createApp({
    source: world.database.source,
    config: { ...served, mode: "demo", publicUrl: "http://guild.example" },
    services: world.services,
    schema: world.schema,
    authenticate: ({ headers }) => Promise.resolve(people.get(String(headers["x-person"])) ?? anonymous()),
    log: createLog({ level: "silent", mode: "demo", name: "api" }),
    routes: [takeUploads, offerDownloads],
  });
});
afterAll(async () => {
  await app.close();
  await world.close();
});

const boundary = "----guildhall";
interface Part {
  name: string;
  bytes: Buffer;
  type?: string;
}
const formOf = (...parts: Part[]) =>
  Buffer.concat([
    ...parts.flatMap(({ name, bytes, type = "application/octet-stream" }) => [
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`), bytes, Buffer.from("\r\n"),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
const headersOf = (person: string, more: Record<string, string> = {}) => ({
  "content-type": `multipart/form-data; boundary=${boundary}`, "x-person": person, "apollo-require-preflight": "true", ...more,
});
const post = async (parts: Part[], person = "acme", headers = headersOf(person)) => {
  const { statusCode, payload } = await app.inject({ method: "POST", url: "/uploads", headers, payload: formOf(...parts) });
  return { status: statusCode, json: JSON.parse(payload) as { id: string; name: string; mediaType: string; size: number; problems: { code: string }[] } };
};
/** 日期,订单数 and a row, in GBK. */
const gbk = Buffer.from("c8d5c6da2cb6a9b5a5cafd0a323032362d30312d30312c39350a", "hex");
/** A PDF whose stream of objects hides an action. */
const hiding = pdfOf("x", "", deflateSync(Buffer.from("<< /OpenAction << /JS (x) >> >>")));
/** The same PDF with other words in the dictionary of that stream. */
const rewritten = (pdf: Buffer, from: string, to: string) => {
  const text = pdf.toString("latin1");
  const at = text.indexOf(from, text.indexOf("/ObjStm"));
  return Buffer.from(text.slice(0, at) + to + text.slice(at + from.length), "latin1");
};
const rows = async () => (await world.database.asOwner<{ count: number }>("select count(*) as count from stored_file"))[0]?.count;

describe("what is taken", () => {
  test.each<[string, Buffer, string, string]>([
    ["report.pdf", pdfOf("A plain page"), "report.pdf", "application/pdf"],
    ["exported by LibreOffice.pdf", officePdf(), "exported by LibreOffice.pdf", "application/pdf"],
    ["fitted to the window.pdf", officePdf(" [ 0 /FitH 842 ]"), "fitted to the window.pdf", "application/pdf"],
    ["photo.png", onePixelPng, "photo.png", "image/png"],
    ["export.csv", csv("日期,訂單\n2026-01-01,95\n"), "export.csv", "text/csv; charset=utf-8"],
    ["saved by Excel in China.csv", gbk, "saved by Excel in China.csv", "text/csv; charset=gb18030"],
    ["note.txt", Buffer.from("Counted on 30 June."), "note.txt", "text/plain; charset=utf-8"],
    ["minutes.docx", docxOf(), "minutes.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["a picture called.pdf", onePixelPng, "a picture called.pdf.png", "image/png"],
    ["../../etc/passwd.png", onePixelPng, "passwd.png", "image/png"],
    ["C:\\\\Users\\\\x\\\\庫存\u202Egnp.exe.png", onePixelPng, "庫存gnp.exe.png", "image/png"],
    [`${"長".repeat(400)}.png`, onePixelPng, `${"長".repeat(120)}.png`, "image/png"],
  ])("%s is known by its bytes and keeps a clean name", async (name, bytes, kept, mediaType) => {
    const { status, json } = await post([{ name, bytes }]);
    expect(json).toMatchObject({ name: kept, mediaType, size: bytes.length });
    expect(status).toBe(201);
    const file = await app.inject({ url: `/files/${json.id}`, headers: { "x-person": "acme" } });
    expect(file.rawPayload.equals(bytes)).toBe(true);
    expect(file.headers).toMatchObject({ "content-disposition": expect.stringMatching(/^attachment/), "x-content-type-options": "nosniff" });
  });
});

describe("what is refused", () => {
  test.each<[string, string, Buffer, string]>([
    ["an empty file", "empty.pdf", Buffer.alloc(0), "FILE_EMPTY"],
    ["a page", "page.html", Buffer.from("<!doctype html><script>alert(1)</script>"), "FILE_TYPE_REFUSED"],
    ["a page called CSV", "page.csv", Buffer.from(" \n<html><body onload=alert(1)>"), "FILE_TYPE_REFUSED"],
    ["a script within a text", "note.txt", Buffer.from("hello <script src=x></script>"), "FILE_TYPE_REFUSED"],
    ["a drawing", "drawing.svg", Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`), "FILE_TYPE_REFUSED"],
    ["a drawing called PNG", "drawing.png", Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`), "FILE_TYPE_REFUSED"],
    ["a program", "setup.pdf", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200, 7)]), "FILE_TYPE_REFUSED"],
    ["a program of another kind", "tool.csv", Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(100)]), "FILE_TYPE_REFUSED"],
    ["a plain archive", "all.zip", zipOf([["a.txt", Buffer.from("a")]]), "FILE_TYPE_REFUSED"],
    ["a text in no character set we read", "text.csv", Buffer.from([0xb6, 0xa9, 0xff, 0x0a]), "FILE_TYPE_REFUSED"],
    ["a page in the characters of China", "gbk.csv", Buffer.concat([gbk, Buffer.from("<script>alert(1)</script>")]), "FILE_TYPE_REFUSED"],
    ["a binary in the characters of China", "gbk.txt", Buffer.concat([gbk, Buffer.from([0])]), "FILE_TYPE_REFUSED"],
    ["a binary called text", "raw.txt", Buffer.from([0x41, 0x00, 0x42]), "FILE_TYPE_REFUSED"],
    ["a text of another name", "run.sh", Buffer.from("rm -rf /"), "FILE_TYPE_REFUSED"],
    ["a PDF with a script", "script.pdf", pdfOf("x", "/Names << /JavaScript 9 0 R >>"), "FILE_UNSAFE"],
    ["a PDF that acts when opened", "open.pdf", pdfOf("x", "/OpenAction << /S /URI >>"), "FILE_UNSAFE"],
    ["a PDF that begins by an action kept elsewhere", "elsewhere.pdf", officePdf(" 6 0 R"), "FILE_UNSAFE"],
    ["a PDF that begins at a page and then acts", "twice.pdf", officePdf("[1 0 R /Fit]/OpenAction<</S/URI/URI(http://x)>>"), "FILE_UNSAFE"],
    ["a PDF whose beginning holds an action", "within.pdf", officePdf("[1 0 R /XYZ << /S /Named /N /Print >>]"), "FILE_UNSAFE"],
    ["a PDF whose beginning stands behind a remark", "remark.pdf", officePdf("%[1 0 R /Fit]\n<</S/URI/URI(http://x)>>"), "FILE_UNSAFE"],
    ["a PDF that spells it in hexadecimal", "hex.pdf", pdfOf("x", "/J#61vaScript 9 0 R"), "FILE_UNSAFE"],
    ["a PDF with the short name of scripts", "js.pdf", pdfOf("x", "/A << /S /X /JS (app.alert) >>"), "FILE_UNSAFE"],
    ["a PDF that hides it in a stream of objects", "hidden.pdf", pdfOf("x", "", deflateSync(Buffer.from("<< /OpenAction << /JS (x) >> >>"))), "FILE_UNSAFE"],
    ["a PDF whose objects cannot be read", "garbled.pdf", pdfOf("x", "", Buffer.from("not deflated")), "FILE_OPAQUE"],
    ["a PDF whose objects unfold without end", "bomb.pdf", pdfOf("x", "", deflateSync(Buffer.alloc(64 * 1024 * 1024))), "FILE_OPAQUE"],
    ["a PDF that spells how its objects are folded in hexadecimal", "folded.pdf", rewritten(hiding, "/FlateDecode", "/F#6CateDecode"), "FILE_UNSAFE"],
    ["a PDF whose objects are written in another way", "ascii.pdf", rewritten(pdfOf("x", "", Buffer.from("3C3C2F4A5320287829>")), "/FlateDecode", "/ASCIIHexDecode"), "FILE_OPAQUE"],
    ["a PDF that names its objects where nobody looks", "named.pdf", rewritten(hiding, "/N 1", "/N 1 /X (obj)"), "FILE_UNSAFE"],
    ["a PDF whose stream begins in a way of its own", "begun.pdf", rewritten(hiding, "stream\n", "stream\r"), "FILE_UNSAFE"],
    ["a PDF that starts a program", "launch.pdf", pdfOf("x", "/A << /S /Launch /F (cmd.exe) >>"), "FILE_UNSAFE"],
    ["a PDF with a file within", "attached.pdf", pdfOf("x", "/Names << /EmbeddedFiles 9 0 R >>"), "FILE_UNSAFE"],
    ["a PDF nobody can look into", "locked.pdf", pdfOf("x", "/Encrypt 9 0 R"), "FILE_UNSAFE"],
    ["a document with macros", "macro.docx", docxOf(["word/vbaProject.bin", Buffer.from("x")]), "FILE_UNSAFE"],
    ["a document with macros behind a byte order mark", "mark.docx", Buffer.concat([Buffer.from("\uFEFF"), docxOf(["word/vbaProject.bin", Buffer.from("x")])]), "FILE_TYPE_REFUSED"],
    ["a document with macros behind the mark of music", "music.docx", Buffer.concat([Buffer.from("ID3\u0003\0\0\0\0\0\0"), docxOf(["word/vbaProject.bin", Buffer.from("x")])]), "FILE_TYPE_REFUSED"],
    ["a document that unfolds without end", "bomb.docx", docxOf(["word/a.xml", Buffer.alloc(40 * 1024 * 1024)]), "FILE_UNSAFE"],
    ["an archive cut off", "cut.docx", docxOf().subarray(0, -30), "FILE_UNSAFE"],
  ])("%s", async (_, name, bytes, code) => {
    const before = await rows();
    const { status, json } = await post([{ name, bytes, type: "application/pdf" }]);
    expect(json.problems).toEqual([{ code, path: "" }]);
    expect(status).toBe(422);
    expect(await rows()).toBe(before);
  });

  test("a byte more than 10 MB, and not a byte less", async () => {
    const text = (size: number) => Buffer.alloc(size, "a");
    expect(await post([{ name: "large.txt", bytes: text(largestFile + 1) }])).toMatchObject({ status: 413, json: { problems: [{ code: "FILE_TOO_LARGE" }] } });
    expect((await post([{ name: "full.txt", bytes: text(largestFile) }])).status).toBe(201);
  });

  test("two files at once, and none", async () => {
    const before = await rows();
    expect((await post([{ name: "a.png", bytes: onePixelPng }, { name: "b.png", bytes: onePixelPng }])).json.problems).toEqual([{ code: "TOO_MANY", path: "" }]);
    expect((await post([])).json.problems).toEqual([{ code: "REQUIRED", path: "" }]);
    expect(await rows()).toBe(before);
  });

  test.each([
    ["without a session", "nobody", {}, 401],
    ["from an officer, who belongs to no member", "officer", {}, 403],
    ["from a page elsewhere", "acme", { "sec-fetch-site": "cross-site" }, 403],
  ])("%s", async (_, person, more, status) => {
    expect((await post([{ name: "a.png", bytes: onePixelPng }], person, headersOf(person, more))).status).toBe(status);
  });

  test("a form another site can post by itself", async () => {
    const { "apollo-require-preflight": _, ...headers } = headersOf("acme");
    expect((await post([{ name: "a.png", bytes: onePixelPng }], "acme", headers as ReturnType<typeof headersOf>)).status).toBe(403);
  });

  test("a body that is no form", async () => {
    const answer = await app.inject({ method: "POST", url: "/uploads", headers: { ...headersOf("acme"), "content-type": "application/json" }, payload: "{}" });
    expect(answer.statusCode).toBe(415);
  });

  test("an upload broken off leaves nothing behind", async () => {
    const before = { rows: await rows(), files: await filesIn(world) };
    const address = await app.listen({ host: "127.0.0.1", port: 0 });
    const half = httpRequest(`${address}/uploads`, { method: "POST", headers: { ...headersOf("acme"), "content-length": "1000000" } });
    half.on("error", () => undefined);
    half.write(formOf({ name: "half.png", bytes: onePixelPng }).subarray(0, 150));
    await new Promise((resolve) => setTimeout(resolve, 100));
    half.destroy();
    await until(async () => (await app.inject({ url: "/healthz" })).statusCode === 200);
    expect({ rows: await rows(), files: await filesIn(world) }).toEqual(before);
  });
});

test("a file of another member is not there", async () => {
  const { json } = await post([{ name: "secret.png", bytes: onePixelPng }]);
  const [foreign, none] = await Promise.all([json.id, "fil_01JD0000000000000000000000"].map((id) => app.inject({ url: `/files/${id}`, headers: { "x-person": "rival" } })));
  expect(foreign?.statusCode).toBe(404);
  expect(foreign?.payload).toBe(none?.payload);
  expect((await app.inject({ url: `/files/${json.id}`, headers: { "x-person": "officer" } })).statusCode).toBe(200);
});

const filesIn = async ({ filesRoot }: World) => (await readdir(filesRoot, { recursive: true })).length;
