import { expect, test } from "vitest";
import type { CertificateFacts } from "../../../server/modules/certificates/index.ts";
import { drawCertificate } from "../../../workers/certificates/certificate.pdf.ts";
import { draw } from "../../../workers/drawing.ts";
import { certificateIn, pledgeReceiptIn } from "../../support/papers.ts";

const working = new AbortController();
const TIMEOUT = { timeout: 60_000 };

test("a paper drawn beside the worker is the paper, byte for byte", TIMEOUT, async () => {
  const facts = certificateIn("zh-Hant");
  const [beside, here] = await Promise.all([draw({ paper: "certificate", facts }, working.signal), drawCertificate(facts)]);
  expect(beside.equals(here)).toBe(true);
});

test("a paper that cannot be drawn says why and does not stop the next", TIMEOUT, async () => {
  const torn = { ...certificateIn("en"), association: null } as unknown as CertificateFacts;
  const [failed, next] = await Promise.allSettled([draw({ paper: "certificate", facts: torn }, working.signal), draw({ paper: "pledge-receipt", facts: pledgeReceiptIn("en") }, working.signal)]);
  expect(failed).toMatchObject({ status: "rejected", reason: expect.any(TypeError) as TypeError });
  expect(next.status === "fulfilled" && next.value.subarray(0, 5).toString()).toBe("%PDF-");
});

test("while papers are drawn, the worker goes on with its other work", TIMEOUT, async () => {
  await draw({ paper: "certificate", facts: certificateIn("en") }, working.signal);
  let turns = 0;
  const beat = setInterval(() => (turns += 1), 1);
  await Promise.all(Array.from({ length: 12 }, () => draw({ paper: "certificate", facts: certificateIn("zh-Hans") }, working.signal)));
  clearInterval(beat);
  expect(turns).toBeGreaterThan(24);
});

test("a worker that stops leaves the paper in hand at once, with the reason why", TIMEOUT, async () => {
  const stopping = new AbortController();
  const left = draw({ paper: "certificate", facts: certificateIn("en") }, stopping.signal);
  stopping.abort();
  await expect(left).rejects.toBe(stopping.signal.reason);
  await expect(draw({ paper: "certificate", facts: certificateIn("en") }, stopping.signal)).rejects.toBe(stopping.signal.reason);
});
