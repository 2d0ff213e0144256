import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { routes } from "../../../server/http/routes.ts";
import { readCertificateNumber } from "../../../server/kernel/certificate-number.ts";
import { verifyFile } from "../../../server/modules/certificates/index.ts";
import { anonymous } from "../../../server/platform/actor.ts";
import { createLog } from "../../../server/platform/log.ts";
import { readCertificates, signPaper } from "../../../server/platform/signing.ts";
import { drawPledgeReceipt } from "../../../workers/pledges/pledge-receipt.pdf.ts";
import { pledgeReceiptIn } from "../../support/papers.ts";
import { signingIdentity } from "../../support/signing.ts";
import { type Issued, openRegister, type Register } from "./register.ts";
import { served } from "../../support/served.ts";

let register: Register;
let app: FastifyInstance;
let valid: Issued;

beforeAll(async () => {
  register = await openRegister();
  const { world, verifications } = register;
  app = await createApp({
    source: world.database.source,
    config: served,
    services: { ...world.services, verifications },
    authenticate: ({ ip }) => Promise.resolve(anonymous("zh-Hant", ip)),
    log: createLog({ level: "silent", mode: "production", name: "api" }),
    routes: routes({ zone: "Asia/Shanghai" }),
  });
  valid = await standing("ISSUED");
});
afterAll(async () => {
  await app.close();
  await register.close();
});

/** A certificate that stands so whenever this test is run. */
async function standing(state: string, { expiresOn = "2999-12-31", reason = "" } = {}): Promise<Issued> {
  const issued = await register.issued();
  await register.rewritten("update certificate set state = $2, expires_on = $3 where id = $1", [issued.id, state, expiresOn]);
  if (reason) await register.asOwner("insert into certificate_change (id, certificate_id, state, reason, at) values ($1, $2, $3, $4, '2026-08-04T01:02:03Z')", [`cch_${issued.id}`, issued.id, state, reason]);
  return issued;
}

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: "GET", url, headers: { "accept-language": "en", ...headers } });
const english = async (number: string) => (await get(`/verify/${encodeURIComponent(number)}`)).body;
const statusIn = (page: string) => /data-status="([A-Z_]+)"/.exec(page)?.[1];

/** A file as a browser without any script sends the form. */
function post(file: Buffer | null, { headers = {}, name = "certificate.pdf", url = "/verify?lang=en" }: { headers?: Record<string, string>; name?: string; url?: string } = {}) {
  const boundary = "----lantern";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(file ? head : ""), file ?? Buffer.alloc(0), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return app.inject({ method: "POST", url, payload, headers: { "content-type": `multipart/form-data; boundary=${boundary}`, ...headers } });
}

const part = (name: string) => `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7`;

describe("a check by number", () => {
  test.each([
    ["ISSUED", {}, "VALID", "it is in force"],
    ["ISSUED", { expiresOn: "2000-01-01" }, "EXPIRED", "its validity has ended"],
    ["SUSPENDED", { reason: "Under inquiry" }, "SUSPENDED", "suspended at present"],
    ["WITHDRAWN", { reason: "Given up" }, "WITHDRAWN", "has withdrawn it"],
  ])("of what stands %s %o says %s, in words and with the time of the check", async (state, how, status, words) => {
    const { number } = await standing(state, how);
    const page = await english(number);
    expect(statusIn(page)).toBe(status);
    expect(page).toContain(words);
    expect(page).toMatch(/Checked: <time datetime="\d{4}-[^"]+Z">.+ GMT\+8<\/time>/);
    expect(page).toMatch(/<a href="\/firms\/\d+\?lang=en">See the holder’s public file<\/a>/);
    if ("reason" in how) expect(page).toContain(`Since: <time datetime="2026-08-04T01:02:03.000Z">4 August 2026 09:02:03 GMT+8</time></p><p>Reason: ${how.reason}</p>`);
  });

  test("of what is only ordered, unknown or mistyped is not in this register; a mistyped one is told so and kept in its field", async () => {
    const { assessmentId } = await register.earned();
    const ordered = await register.world.change((tx) => register.world.services.certificates.order(tx, assessmentId));
    expect(statusIn(await english(ordered?.number ?? ""))).toBe("NOT_IN_REGISTER");
    const mistyped = await english("GHA-2026-000001-0");
    expect(statusIn(mistyped)).toBe("NOT_IN_REGISTER");
    expect(mistyped).toContain("a character was mistyped");
    expect(mistyped).toContain(`value="GHA-2026-000001-0"`);
  });

  test("works by the plain form, however the number is typed", async () => {
    const typed = ` ${valid.number.toLowerCase().replaceAll("-", " ")} `;
    expect(statusIn((await get(`/verify?lang=en&number=${encodeURIComponent(typed)}`)).body)).toBe("VALID");
  });

  test("without a number asks for it where it is missing", async () => {
    const answer = await get("/verify?number=%20");
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain(`<p class="fault" id="number-fault" role="alert">Type the certificate’s number.</p>`);
    expect(answer.body).toMatch(/<input id="number"[^>]*aria-describedby="number-hint number-fault" aria-invalid="true">/);
  });

  test("takes the first of two numbers, and no harm from a thousand letters", async () => {
    expect(statusIn((await get(`/verify?number=${valid.number}&number=x`)).body)).toBe("VALID");
    expect(statusIn((await get(`/verify?number=${"A".repeat(1_000)}`)).body)).toBe("NOT_IN_REGISTER");
  });

  test("writes down whatever was typed as text, never as HTML", async () => {
    const page = (await get(`/verify?number=${encodeURIComponent(`"><script>alert('1')</script>&`)}`)).body;
    expect(page).toContain("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;");
    expect(page).not.toContain("<script>alert");
  });

  test("escapes what the register itself holds", async () => {
    const { number } = await standing("SUSPENDED", { reason: `<img src=x onerror="alert(1)">` });
    const page = await english(number);
    expect(page).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
    expect(page).not.toContain("<img src=x");
  });

  test("answers programs in JSON", async () => {
    const answer = await get(`/verify/${valid.number}`, { accept: "application/json" });
    expect(answer.headers["content-type"]).toContain("application/json");
    expect(answer.json()).toMatchObject({ status: "VALID", number: valid.number, facts: { grade: expect.any(String) as string }, change: null, fault: null });
    const refused = await get("/verify?number=", { accept: "application/json" });
    expect([refused.statusCode, refused.json()]).toEqual([400, { message: "Type the certificate’s number." }]);
  });
});

describe("a check by file", () => {
  test("of the paper as it was issued says it is whole, and how it stands now", async () => {
    const page = (await post(valid.paper)).body;
    expect(statusIn(page)).toBe("VALID");
    expect(page).toContain("The file is whole");
    const withdrawn = await standing("WITHDRAWN", { reason: "Given up" });
    expect(statusIn((await post(withdrawn.paper)).body)).toBe("WITHDRAWN");
  });

  test("of a paper with one byte changed says it was altered, and shows none of what it states", async () => {
    const altered = Buffer.from(valid.paper);
    const place = Math.floor(altered.length / 3);
    altered.writeUInt8(altered.readUInt8(place) ^ 1, place);
    const page = (await post(altered)).body;
    expect(statusIn(page)).toBe("ALTERED_FILE");
    expect(page).not.toContain(`<dl class="facts">`);
    expect((await post(altered, { headers: { accept: "application/json" } })).json()).toMatchObject({ status: "ALTERED_FILE", facts: null, fault: "CONTENT_CHANGED" });
  });

  test("of what is not ours says so and why", async () => {
    const stranger = await signingIdentity("Another House");
    const receipt = await signPaper(await drawPledgeReceipt(pledgeReceiptIn("en")), register.identity, new Date("2026-03-01T00:00:00Z"));
    const foreign = await signPaper(await drawPledgeReceipt(pledgeReceiptIn("en")), stranger, new Date("2026-03-01T00:00:00Z"));
    for (const [file, heading, words] of [
      [Buffer.from("a letter"), "Not a PDF", "The file is not a PDF."],
      [Buffer.from("%PDF-1.7\nnothing"), "Not signed by this association", "does not bear this association’s signature"],
      [foreign, "Not signed by this association", "does not bear this association’s signature"],
      [receipt, "Genuine, but not a certificate", "but it is no certificate"],
    ] as const) {
      const page = (await post(file)).body;
      expect(statusIn(page)).toBe("NOT_IN_REGISTER");
      expect(page).toMatch(new RegExp(`class="verdict"><span aria-hidden="true">.</span>${heading}</p>`));
      expect(page).toContain(words);
      expect(page).not.toMatch(/Not in this register|Check the number/);
    }
  });

  test("of what the register states otherwise says so, and shows neither", async () => {
    const { id, number, paper } = await standing("ISSUED");
    await register.rewritten("update certificate set facts = jsonb_set(facts, '{grade}', to_jsonb($2::text)) where id = $1", [id, "AAA"]);
    const page = (await post(paper)).body;
    expect([statusIn(page), page.includes("The register says otherwise"), page.includes(`<dl class="facts">`)]).toEqual(["NOT_IN_REGISTER", true, false]);
    expect(page).not.toContain("The file is whole: nothing");
    expect((await post(paper, { headers: { accept: "application/json" } })).json()).toMatchObject({ status: "NOT_IN_REGISTER", number, facts: null, fault: "REGISTER_DISAGREES" });
  });

  test.each([
    ["larger than 10 MB", () => Buffer.alloc(10 * 1024 * 1024 + 1, "%"), 413, "The file is larger than 10 MB."],
    ["that is empty", () => Buffer.alloc(0), 400, "Choose a PDF file that is not empty."],
    ["that is missing", () => null, 400, "Choose a PDF file that is not empty."],
  ])("of a file %s is refused where it was chosen", async (_, file, status, words) => {
    const answer = await post(file());
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toContain(`<p class="fault" id="file-fault" role="alert">${words}</p>`);
    const json = await post(file(), { headers: { accept: "application/json" } });
    expect([json.statusCode, json.json()]).toEqual([status, { message: words }]);
  });

  test.each([
    ["in no form", "application/json", "{}", "Choose a PDF file that is not empty."],
    ["in a form without parts", "multipart/form-data; boundary=x", "no part at all", "The form did not arrive whole."],
    ["in a form without an edge", "multipart/form-data", "", "The form did not arrive whole."],
    ["in a form cut off", "multipart/form-data; boundary=x", part("a.pdf"), "The form did not arrive whole."],
    ["together with another", "multipart/form-data; boundary=x", `${part("a.pdf")}\r\n${part("b.pdf")}\r\n--x--\r\n`, "Give us one file at a time."],
  ])("sent %s is asked for again", async (_, type, payload, words) => {
    const answer = await app.inject({ method: "POST", url: "/verify?lang=en", headers: { "content-type": type }, payload });
    expect([answer.statusCode, /id="file-fault" role="alert">(.*?)<\/p>/.exec(answer.body)?.[1]]).toEqual([400, expect.stringContaining(words)]);
  });

  test("keeps nothing of the file", async () => {
    const files = () => register.asOwner("select count(*)::int as files from stored_file");
    const before = await files();
    await post(valid.paper);
    expect(await files()).toEqual(before);
  });
});

describe("the certificates of our signing keys", () => {
  test("are for anyone to fetch, and are all it takes to verify a paper elsewhere", async () => {
    const { statusCode, headers, body } = await get("/public/signing-certificates.pem");
    expect([statusCode, headers["content-type"]]).toEqual([200, "application/x-pem-file"]);
    expect(verifyFile(valid.paper, readCertificates(body))).toMatchObject({ kind: "INTACT", number: valid.number });
    expect(body).not.toContain("PRIVATE");
  });

  test.each(["zh-Hant", "zh-Hans", "en"])("are offered where papers are checked, in %s, with the command that takes them", async (language) => {
    for (const url of [`/verify?lang=${language}`, `/verify/${valid.number}?lang=${language}`]) {
      expect((await get(url)).body).toMatch(/<a href="\/public\/signing-certificates\.pem" download>[\s\S]+certificate verify FILE --trust signing-certificates\.pem/);
    }
  });
});

describe("the pages", () => {
  test.each(["/", "/verify", "/verify/nothing"])("%s shows what a number looks like with one that is well formed, of this house, and nobody's", async (url) => {
    const shown = /such as ([A-Z0-9-]+)\./.exec((await get(url)).body)?.[1] ?? "";
    expect(shown).toMatch(/^GHA-\d{4}-/);
    expect(readCertificateNumber(shown)).toBe(shown);
    expect(statusIn(await english(shown))).toBe("NOT_IN_REGISTER");
    expect(await english(shown)).not.toContain("a character was mistyped");
  });

  test.each([
    ["/?lang=zh-Hans", "en", "zh-Hans"],
    ["/", "zh-CN,zh;q=0.9", "zh-Hans"],
    ["/", "zh-SG", "zh-Hans"],
    ["/", "zh-HK,zh;q=0.9,en;q=0.8", "zh-Hant"],
    ["/", "zh-TW", "zh-Hant"],
    ["/", "en-GB,zh;q=0.5", "en"],
    ["/", "fr-FR, en;q=0.5", "en"],
    ["/", "fr-FR", "zh-Hant"],
    ["/?lang=tlh", "en", "en"],
  ])("%s for a browser that asks for %s is in %s", async (url, asked, language) => {
    const { body, headers } = await get(url, { "accept-language": asked });
    expect(body).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${language}">`));
    expect(headers["vary"]).toContain("accept-language");
  });

  test.each([["en", "There is nothing at this address"], ["zh-CN", "此网址没有内容"], ["zh-TW", "這個網址沒有內容"]])(
    "of a mistyped address say so to a browser in %s, with the ways on; a program reads it in JSON", async (asked, words) => {
      const { statusCode, body, headers } = await get("/verfy", { "accept-language": asked, accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
      expect([statusCode, headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
      expect(body).toContain(`<h1>${words}</h1>`);
      expect(body).toMatch(/<header>[\s\S]+<a href="\/verify\?lang=/);
      for (const accept of ["application/json", "*/*"]) {
        const answer = await get("/verfy", { accept });
        expect([answer.statusCode, answer.json()]).toEqual([404, { message: "There is nothing at this address." }]);
      }
    },
  );

  test("say the same in each language, with no word missing", async () => {
    const pages = await Promise.all(["zh-Hant", "zh-Hans", "en"].map((language) => get(`/verify/${valid.number}?lang=${language}`)));
    expect(new Set(pages.map(({ body }) => body.match(/<\w+/g)?.join(" "))).size).toBe(1);
    for (const { body } of pages) expect(body).not.toMatch(/undefined|\[object/);
  });

  test("need no script: plain forms with a label for each field, and the only script is our own file", async () => {
    const { body } = await get("/");
    expect(body).toContain(`<form method="get" action="/verify"`);
    expect(body).toContain(`<form method="post" action="/verify?lang=en" enctype="multipart/form-data"`);
    for (const id of ["number", "file"]) expect(body).toContain(`<label for="${id}">`);
    expect(body.match(/<script[^>]*>/g)).toEqual([`<script src="/public/verify.js" defer>`]);
    expect(body).not.toMatch(/ on\w+=/);
  });

  test("show each kind of person a door of their own, and promise nobody what is not there", async () => {
    const { body } = await get("/");
    expect([...body.matchAll(/<li><a href="([^"]+)"><strong>/g)].map(([, href]) => href)).toEqual(["/app/?as=member", "/app/?as=officer", "/app/?as=regulator", "/apply", "/verify?lang=en", "/honours?lang=en"]);
    expect(body).not.toMatch(/grant|every query/);
  });

  test("lead whoever wants to join to the portal's own page for it", async () => {
    const { statusCode, headers } = await get("/apply");
    expect([statusCode, headers["location"]]).toEqual([302, "/app/apply"]);
  });

  test("are guarded by the headers that keep foreign scripts, frames and copies away", async () => {
    const { headers } = await get(`/verify/${valid.number}`);
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    expect(headers["content-security-policy"]).toContain("form-action 'self'");
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "same-origin", "cache-control": "no-store" });
  });

  test.each([["/public/public.css", "text/css"], ["/public/verify.js", "text/javascript"], ["/public/mark.svg", "image/svg+xml"]])("fetch %s from our own house", async (url, type) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, expect.stringContaining(type)]);
  });
});
