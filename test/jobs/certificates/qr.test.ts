import { describe, expect, test } from "vitest";
import { languages } from "../../../server/kernel/language.ts";
import { drawCertificate } from "../../../workers/certificates/certificate.pdf.ts";
import { certificateIn } from "../../support/papers.ts";
import { readQrCode } from "../../support/qr-code.ts";
import { hasPoppler, type Picture, printed } from "./poppler.ts";

const dotsPerInch = 300;

/** The modules of the one thing printed in ink at the lower left of a certificate. */
function modulesIn({ width, grey }: Picture): boolean[][] {
  const dots = (points: number) => Math.round((points * dotsPerInch) / 72);
  const isInk = (x: number, y: number) => (grey[y * width + x] ?? 255) < 80;
  const span = (from: number, to: number, holds: (at: number) => boolean) => {
    const all = Array.from({ length: to - from }, (_, index) => from + index).filter(holds);
    return { from: all[0] ?? 0, length: (all.at(-1) ?? 0) - (all[0] ?? 0) + 1 };
  };
  const [left, right, top, bottom] = [dots(88), dots(172), dots(500), dots(800)];
  const rows = span(top, bottom, (y) => Array.from({ length: right - left }, (_, index) => left + index).some((x) => isInk(x, y)));
  const columns = span(left, right, (x) => Array.from({ length: rows.length }, (_, index) => rows.from + index).some((y) => isInk(x, y)));
  let finder = 0;
  while (isInk(columns.from + finder, rows.from + 2)) finder += 1;
  const size = Math.round((7 * columns.length) / finder);
  const middle = (from: number, length: number, module: number) => Math.floor(from + ((module + 0.5) * length) / size);
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => isInk(middle(columns.from, columns.length, column), middle(rows.from, rows.length, row))));
}

describe.skipIf(!hasPoppler("pdftoppm"))("the QR code printed on a certificate (needs pdftoppm)", () => {
  test.each(languages)("leads to the page that checks this very certificate, in %s", async (language) => {
    const facts = certificateIn(language);
    expect(readQrCode(modulesIn(printed(await drawCertificate(facts), dotsPerInch)))).toBe(facts.verifyUrl);
  });

  test.each(["http://localhost:8080/verify/GHA-2026-000001-4", "https://certificates.wholesale-association.example/verify/GHA-2027-123456-X", "https://a.cn/verify/AB-2026-000001-0"])(
    "leads to %s when that is where the association stands", async (verifyUrl) => {
      expect(readQrCode(modulesIn(printed(await drawCertificate(certificateIn("zh-Hant", { verifyUrl })), dotsPerInch)))).toBe(verifyUrl);
    },
  );
});
