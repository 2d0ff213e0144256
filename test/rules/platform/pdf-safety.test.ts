import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import { describe, expect, test } from "vitest";
import { judgePdf } from "../../../server/http/pdf-safety.ts";
import { officePdf, pdfOf } from "../../api/assessments/corpus.ts";
import { acting, harmless, modernPdf, openPdf, predicted, script } from "../../support/pdf-files.ts";

const catalog = (more: string) => `<</Type/Catalog/Pages 2 0 R${more}>>`;
const stream = (dictionary: string, data: string) => `<<${dictionary}/Length ${data.length}>>\nstream\n${data}\nendstream\n`;
/** Object 5 of scripts, as it would lie in a file. */
const hidden = `5 0 obj\n<</N 1/First 4/Filter/FlateDecode>>\nstream\n`;

describe("a PDF as people make them is taken", () => {
  test.each<[string, Buffer]>([
    ["of one page, all open", pdfOf("A plain page")],
    ["exported by LibreOffice", officePdf()],
    ["with its objects in a packed stream", modernPdf()],
    ["with its objects in a packed stream, said as a list", modernPdf({ says: "/Filter[/FlateDecode]" })],
    ["with its objects in a stream that is not packed", modernPdf({ says: "", pack: (plain) => plain })],
    ["of scans: pictures, nothing else", openPdf(catalog(""), stream("/Subtype/Image/Filter/DCTDecode", "\u00ff\u00d8\u00ff/AA stream /JS"), stream("/Subtype/Image/Filter/CCITTFaxDecode", "\0\u0001%(<<"))],
    ["with a link to a page of the web", openPdf(catalog(""), "<</S/URI/URI(https://guild.example/a)>>")],
    ["with escaped marks in its strings", openPdf(catalog("/Lang(zh-\\(Hant\\) \\\\ \\101)"), "<</Title<FEFF5546>/Sub (a (b) c)>>")],
    ["saved again by adding to its end", Buffer.concat([modernPdf(), Buffer.from("\n3 0 obj\n<</Type/Page>>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 9/Prev 5>>\nstartxref\n9\n%%EOF\r\n\0\0")])],
  ])("%s", (_, bytes) => expect(judgePdf(bytes)).toBe("HARMLESS"));

  test("drawn by pdfkit", async () => {
    const pdf = new PDFDocument();
    pdf.text("Counted on 30 June.").addPage().text("商會", { link: "https://guild.example" });
    pdf.end();
    const chunks: Buffer[] = [];
    for await (const chunk of pdf) chunks.push(chunk as Buffer);
    expect(judgePdf(Buffer.concat(chunks))).toBe("HARMLESS");
  });

  const chromium = "/usr/bin/chromium";
  test.skipIf(!existsSync(chromium))("printed by Chromium (skipped where it is not installed)", { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "guildhall-print-"));
    writeFileSync(join(folder, "page.html"), `<h1>訂單</h1><a href="#b">b</a><p id="b" style="break-before: page">Second <a href="https://guild.example">page</a></p>`);
    execFileSync(chromium, ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${folder}`, `--print-to-pdf=${folder}/page.pdf`, join(folder, "page.html")], { stdio: "ignore" });
    const bytes = readFileSync(join(folder, "page.pdf"));
    rmSync(folder, { recursive: true, force: true });
    expect(judgePdf(bytes)).toBe("HARMLESS");
  });
});

describe("a PDF that acts by itself is refused", () => {
  test.each<[string, Buffer]>([
    ["a script among its packed objects", modernPdf({ objects: acting() })],
    ["the same behind a remark that looks like a stream", modernPdf({ objects: acting(), before: "%stream\n" })],
    ["the same where the stream does not say what it is", modernPdf({ objects: acting(), type: "" })],
    ["the same under a name spelled in hexadecimal", modernPdf({ objects: acting(), type: "/Type/Obj#53tm" })],
    ["an action when a page is opened, behind a remark", openPdf(`%stream\n${catalog("/AA<</O 3 0 R>>")}%endstream\n`)],
    ["a form with a program of its own, behind a remark", openPdf(`%stream\n${catalog("/AcroForm<</XFA 9 0 R>>")}%endstream\n`)],
    ["an action inside a string of a packed object", modernPdf({ objects: [...harmless, `(${script})`] })],
    ["a way to another file", openPdf(catalog(""), "<</S/GoToR/F(other.pdf)>>")],
    ["a way into a file within", openPdf(catalog(""), "<</S/GoToE/T<<>>>>")],
    ["a program to start, among packed objects", modernPdf({ objects: [...harmless, "<</S/Launch/F(cmd.exe)>>"] })],
    ["a script of a film", openPdf(catalog(""), "<</S/Rendition/OP 0>>")],
    ["a file on another machine", openPdf(catalog(""), "<</Type/Thread/F(\\\\\\\\evil\\\\share\\\\x.pdf)>>")],
    ["the same among packed objects, in hexadecimal", modernPdf({ objects: [...harmless, "<</A<</UF<FEFF005C005C006500760069006C>>>>>"] })],
    ["the same as an address", openPdf(catalog(""), "<</S/URI/URI(file://evil/share/x)>>")],
    ["a picture kept on another machine", openPdf(catalog(""), stream("/Subtype/Image/F(//evil/x.jpg)", "x"))],
  ])("%s", (_, bytes) => expect(judgePdf(bytes)).toBe("ACTIVE"));
});

describe("a PDF that cannot be looked through is refused", () => {
  test.each<[string, Buffer]>([
    ["objects packed twice", modernPdf({ objects: acting(), says: "/Filter[/FlateDecode/FlateDecode]", pack: (plain) => deflateSync(deflateSync(plain)) })],
    ["objects told by their difference", modernPdf({ objects: acting(), says: "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 1>>", pack: predicted })],
    ["the same by the short key", modernPdf({ objects: acting(), says: "/Filter/FlateDecode/DP<</Predictor 12/Columns 1>>", pack: predicted })],
    ["packing said twice", modernPdf({ says: "/Filter/FlateDecode/Filter/DCTDecode" })],
    ["packing said elsewhere", modernPdf({ says: "/Filter 7 0 R", pack: (plain) => plain.fill(32) })],
    ["objects kept in another file", modernPdf({ says: "/F(x)/Filter/FlateDecode" })],
    ["objects that are not packed as they say", modernPdf({ pack: () => Buffer.from("not packed") })],
    ["objects that unfold without end", modernPdf({ pack: () => deflateSync(Buffer.alloc(64 * 1024 * 1024)) })],
    ["objects within the bytes of a picture", openPdf(catalog(""), stream("/Subtype/Image", `${hidden}xx`))],
    ["an object within the bytes of a picture", openPdf(catalog(""), stream("/Subtype/Image", "5 %\n0\0obj<</AA 6 0 R>>"))],
    ["objects within a string", openPdf(catalog(`/Title(${hidden}xx endstream)`))],
    ["objects within a remark", openPdf(`${catalog("")}\n%5 0 obj <</N 1/First 4 (\n`)],
    ["a stream within a dictionary", openPdf(`<</X <</N 1/First 4>>\nstream\nxx\nendstream\n>>`)],
    ["a stream that belongs to nothing", Buffer.from("%PDF-1.7\nstream\nxx endstream\n")],
    ["another program behind it", Buffer.concat([modernPdf(), Buffer.from("PK\u0003\u0004\u0000\u0001", "latin1")])],
    ["a string without end", openPdf("<</Title(never>>")],
    ["dictionaries without end", Buffer.from(`%PDF-1.7\n${"<</A".repeat(100_000)}`)],
    ["brackets without end", Buffer.from(`%PDF-1.7\n${"[".repeat(100_000)}`)],
    ["more streams than anybody needs", openPdf(...Array.from({ length: 8_001 }, () => stream("", "x")))],
  ])("%s", (_, bytes) => expect(judgePdf(bytes)).toBe("OPAQUE"));
});
