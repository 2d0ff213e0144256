import fc from "fast-check";
import { expect, test } from "vitest";
import { certificateNumber, readCertificateNumber } from "../../../server/kernel/certificate-number.ts";

const parts = fc.record({
  prefix: fc.stringMatching(/^[A-Z]{2,6}$/),
  year: fc.integer({ min: 2020, max: 2999 }),
  serial: fc.integer({ min: 0, max: 999_999_999 }),
});

/** ISO 7064 states the check of its system so: run over the whole, check character included, the sum ends at one. */
function endsAtOne(number: string): boolean {
  const values = [...number.replaceAll("-", "")].map((letter) => Number.parseInt(letter, 36));
  const last = values.pop() as number;
  const sum = values.reduce((product, value) => (((product + value) % 36 || 36) * 2) % 37, 36);
  return (sum + last) % 36 === 1;
}

test("a number carries house, year, serial and a check character", () => {
  const number = certificateNumber({ prefix: "GH", year: 2026, serial: 123 });
  expect(number).toMatch(/^GH-2026-000123-[0-9A-Z]$/);
  expect(endsAtOne(number)).toBe(true);
});

test("the standard's own example GRid A1-2425G-ABC1234002-M has the check character this method gives", () => {
  expect(endsAtOne("A1-2425G-ABC1234002-M")).toBe(true);
});

test("every number reads back, also when typed by hand", () => {
  fc.assert(fc.property(parts, (given) => {
    const number = certificateNumber(given);
    expect(endsAtOne(number)).toBe(true);
    expect(readCertificateNumber(number)).toBe(number);
    expect(readCertificateNumber(` ${number.toLowerCase().replaceAll("-", " ")} `)).toBe(number);
    expect(readCertificateNumber(number.replaceAll("-", "\u2013"))).toBe(number);
  }));
});

test("a mistyped character is always noticed", () => {
  fc.assert(fc.property(parts, fc.nat(), fc.stringMatching(/^[0-9A-Z]$/), (given, at, other) => {
    const number = certificateNumber(given);
    const place = at % number.length;
    const changed = number.slice(0, place) + other + number.slice(place + 1);
    if (changed !== number) expect(readCertificateNumber(changed)).not.toBe(number);
    if (changed !== number && number[place] !== "-") expect(readCertificateNumber(changed)).toBeNull();
  }));
});

test("nonsense is no number", () => {
  for (const typed of ["", "GH", "GH-2026-123-K", "GH-2026-000123", "x".repeat(100_000)]) expect(readCertificateNumber(typed)).toBeNull();
  expect(() => certificateNumber({ prefix: "gh", year: 2026, serial: 1 })).toThrow(RangeError);
});
