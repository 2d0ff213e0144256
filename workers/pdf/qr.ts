import QRCode from "qrcode";

/** The dark modules of a QR code as one path, run by run, filling a square of `side` points. */
export function qrPath(content: string, x: number, y: number, side: number): string {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: "M" });
  const step = side / modules.size;
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
      parts.push(bar(x + start * step, y + row * step, (column + 1 - start) * step, step));
    }
  }
  return parts.join("");
}

const bar = (x: number, y: number, width: number, height: number): string =>
  `M${x.toFixed(3)} ${y.toFixed(3)}h${width.toFixed(3)}v${height.toFixed(3)}h${(-width).toFixed(3)}Z`;
