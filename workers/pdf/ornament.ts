import { deflateSync } from "node:zlib";

/** Ornament of our own drawing: guilloche bands and rosettes in the operators of a PDF page, and the mark of the hall. */

export const palette = {
  ink: "#1d2b36",
  soft: "#5d6872",
  bronze: "#8a6a33",
  line: "#c9b78f",
  veil: "#efe8d8",
  seal: "#7d2e2a",
  pale: "#f7f3ea",
} as const;

/** A drawing that never changes, deflated once per process and placed on each paper as it is. */
export const engraving = (...parts: readonly string[]): Buffer => deflateSync(parts.join("\n"), { level: 9 });

/** Paths with the line that draws them. */
export const stroked = (path: string, color: string, width: number): string => `${width} w ${channels(color)} RG\n${path}\nS`;
export const filledAndStroked = (path: string, fill: string, color: string, width: number): string =>
  `${width} w ${channels(fill)} rg ${channels(color)} RG\n${path}\nB`;

export const rectangle = (x: number, y: number, width: number, height: number): string => `${point(x, y)} ${point(width, height)} re`;

/** A circle of four cubics. */
export function circle(cx: number, cy: number, radius: number): string {
  const reach = radius * 0.5523;
  const quarter = (x: number, y: number, toX: number, toY: number) =>
    `${point(cx + x - y * 0.5523, cy + y + x * 0.5523)} ${point(cx + toX + (toY * reach) / radius, cy + toY - (toX * reach) / radius)} ${point(cx + toX, cy + toY)} c`;
  return [`${point(cx + radius, cy)} m`, quarter(radius, 0, 0, radius), quarter(0, radius, -radius, 0), quarter(-radius, 0, 0, -radius), quarter(0, -radius, radius, 0)].join("\n");
}

const channels = (color: string): string => [1, 3, 5].map((at) => (Number.parseInt(color.slice(at, at + 2), 16) / 255).toFixed(3)).join(" ");

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

const point = (x: number, y: number): string => `${x.toFixed(2)} ${y.toFixed(2)}`;

/** A sine wave from corner to corner along each side, in whole waves so that the corners meet; each half wave is one cubic. */
export function guillocheFrame({ x, y, width, height }: Rectangle, amplitude: number, wave: number, phases: readonly number[]): string {
  const sides = [
    { from: [x, y], along: [1, 0], length: width },
    { from: [x + width, y], along: [0, 1], length: height },
    { from: [x + width, y + height], along: [-1, 0], length: width },
    { from: [x, y + height], along: [0, -1], length: height },
  ] as const;
  return sides.flatMap((side) => phases.map((share) => waveAlong(side, amplitude * share, wave))).join("\n");
}

interface Side {
  from: readonly [number, number];
  along: readonly [number, number];
  length: number;
}

function waveAlong({ from, along, length }: Side, amplitude: number, wave: number): string {
  const halves = 2 * Math.round(length / wave);
  const step = length / halves;
  const at = (distance: number, swing: number) => point(from[0] + along[0] * distance - along[1] * swing, from[1] + along[1] * distance + along[0] * swing);
  const half = (index: number) => {
    const start = index * step;
    const swing = (index % 2 === 0 ? 1 : -1) * amplitude * (4 / 3);
    return `${at(start + step * 0.4244, swing)} ${at(start + step * 0.5756, swing)} ${at(start + step, 0)} c`;
  };
  return [`${at(0, 0)} m`, ...Array.from({ length: halves }, (_, index) => half(index))].join("\n");
}

interface RosetteShape {
  petals: number;
  outer: number;
  inner: number;
  /** Curves laid over one another, each turned a little further. */
  layers: number;
}

/** Closed curves swinging between two radii around a centre. */
export function rosette(cx: number, cy: number, { petals, outer, inner, layers }: RosetteShape): string {
  return Array.from({ length: layers }, (_, layer) => rosetteLayer(cx, cy, { petals, outer, inner, layers }, (layer * 2 * Math.PI) / (petals * layers))).join("\n");
}

function rosetteLayer(cx: number, cy: number, { petals, outer, inner }: RosetteShape, turn: number): string {
  const steps = petals * 4;
  const angle = (step: number) => turn + (step * 2 * Math.PI) / steps;
  const [middle, swing] = [(outer + inner) / 2, (outer - inner) / 2];
  const place = (step: number) => {
    const radius = middle + swing * Math.cos((step * Math.PI) / 2);
    return [radius * Math.cos(angle(step)), radius * Math.sin(angle(step))] as const;
  };
  const slope = (step: number) => {
    const radius = middle + swing * Math.cos((step * Math.PI) / 2);
    const growth = -swing * petals * Math.sin((step * Math.PI) / 2);
    const reach = (2 * Math.PI) / steps / 3;
    const [cos, sin] = [Math.cos(angle(step)), Math.sin(angle(step))];
    return [(growth * cos - radius * sin) * reach, (growth * sin + radius * cos) * reach] as const;
  };
  const curve = (step: number) => {
    const [[x1, y1], [x2, y2], [dx1, dy1], [dx2, dy2]] = [place(step), place(step + 1), slope(step), slope(step + 1)];
    return `${point(cx + x1 + dx1, cy + y1 + dy1)} ${point(cx + x2 - dx2, cy + y2 - dy2)} ${point(cx + x2, cy + y2)} c`;
  };
  const [x, y] = place(0);
  return [`${point(cx + x, cy + y)} m`, ...Array.from({ length: steps }, (_, step) => curve(step)), "h"].join("\n");
}

/** The mark as an SVG path: a hall with upturned eaves, four pillars and an open middle, in a square of 100. */
export const hallMark = [
  "M50 4 C52.2 4 54 5.6 54 8 L54 11 L46 11 L46 8 C46 5.6 47.8 4 50 4 Z",
  "M30 14 L70 14 C73 24 82 31.5 95 32.5 C97.6 32.7 99.3 31 100 28 C100.8 35.5 97 41 89 41 L11 41 C3 41 -0.8 35.5 0 28 C0.7 31 2.4 32.7 5 32.5 C18 31.5 27 24 30 14 Z",
  "M14 45 L86 45 L86 50 L14 50 Z",
  "M18 53 L25 53 L25 80 L18 80 Z",
  "M36 53 L42 53 L42 80 L36 80 Z",
  "M58 53 L64 53 L64 80 L58 80 Z",
  "M75 53 L82 53 L82 80 L75 80 Z",
  "M10 83 L90 83 L90 87 L10 87 Z",
  "M4 90 L96 90 L96 95 L4 95 Z",
].join("");
