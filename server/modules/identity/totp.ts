import { generateSecret, generateSync, generateURI, verifySync } from "otplib";
import QRCode from "qrcode";

/** Seconds a code stands for, and how far a person's clock may be off. */
const period = 30;

export const newTotpSecret = (): string => generateSecret();

/** The address an authenticator app reads from a QR code. */
export const totpUri = (secret: string, email: string): string => generateURI({ issuer: "Guildhall", label: email, secret });

/** A QR code of an address, drawn in SVG with the margin scanners need. */
export const qrSvg = (uri: string): Promise<string> => QRCode.toString(uri, { type: "svg", margin: 4, errorCorrectionLevel: "M" });

/** The time step of a right code later than the last one used; null when the code does not fit. */
export function totpStep(secret: string, code: string, lastStep: number | null, at: Date): number | null {
  if (!/^\d{6}$/.test(code) || (lastStep ?? 0) > stepAt(at)) return null;
  const answer = verifySync({ secret, token: code, epoch: secondsOf(at), epochTolerance: period, ...(lastStep === null ? {} : { afterTimeStep: lastStep }) });
  return answer.valid && "timeStep" in answer ? answer.timeStep : null;
}

/** The code an authenticator app would show that still counts; null when the present and the next were both used. */
export function unusedTotpCode(secret: string, lastStep: number | null, at: Date): string | null {
  const step = Math.max(stepAt(at), (lastStep ?? 0) + 1);
  return step > stepAt(at) + 1 ? null : generateSync({ secret, epoch: step * period });
}

const secondsOf = (at: Date) => Math.floor(at.getTime() / 1000);
const stepAt = (at: Date) => Math.floor(secondsOf(at) / period);
