import { hallMark, palette } from "./ornament.ts";
import { a4, Paper, type PaperFrame, type Structure, type Style } from "./paper.ts";

export interface ReportFrame extends Omit<PaperFrame, "margin"> {
  association: string;
  heading: string;
  number: string;
}

export interface Column {
  title: string;
  /** Share of the width; the shares of a table add up to one. */
  share: number;
  align?: "left" | "right";
}

const left = 56;
const width = a4.width - 2 * left;
const top = 92;
const bottom = a4.height - 66;
const body: Style = { size: 9.5, color: palette.ink, leading: 2.5 };
const quiet: Style = { size: 8.5, color: palette.soft, leading: 1.5 };

/** A paper of several pages with the association's furniture; what is written goes on below what was written before. */
export class Report {
  readonly paper: Paper;
  readonly left = left;
  readonly width = width;
  y = top;

  constructor(private readonly frame: ReportFrame) {
    this.paper = new Paper({ ...frame, margin: 0 });
    this.write("H1", frame.heading, { size: 20, weight: "bold", color: palette.ink, leading: 2 }, 4);
  }

  /** `following` are the points that what it heads needs on the same page. */
  heading(content: string, following = 30): void {
    this.ensure(34 + following);
    this.y += 10;
    this.write("H2", content, { size: 12.5, weight: "bold", color: palette.bronze }, 5);
  }

  /** `gap` is the room below. */
  paragraph(content: string, style: Partial<Style> = {}, gap = 6): void {
    this.write("P", content, { ...body, ...style }, gap);
  }

  note(content: string): void {
    this.write("P", content, quiet, 5);
  }

  /** Labels with their values, as a table without a head. */
  pairs(rows: readonly (readonly [string, string])[]): void {
    this.table([{ title: "", share: 0.27 }, { title: "", share: 0.73 }], rows);
  }

  /** A table whose head stands again on every page it goes on to. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    const headed = columns.some(({ title }) => title !== "");
    const table = this.paper.group("Table");
    const titles = columns.map(({ title }) => title);
    const titleHeight = this.rowHeight("TH", columns, titles);
    const head = () => { if (headed) this.row(table, "TH", columns, titles, titleHeight); };
    this.ensure(titleHeight * 2);
    head();
    for (const row of rows) {
      const height = this.rowHeight("TD", columns, row);
      if (this.ensure(height)) head();
      this.row(table, "TD", columns, row, height);
    }
    table.end();
    this.y += 8;
  }

  /** Makes room for so many points; true when that needed a new page. */
  ensure(height: number): boolean {
    if (this.y + height <= bottom || this.y === top) return false;
    this.paper.document.addPage();
    this.y = top;
    return true;
  }

  finish(): Promise<Buffer> {
    const { count } = this.paper.document.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.paper.document.switchToPage(page);
      this.paper.ornament(() => this.furnish(page + 1, count));
    }
    return this.paper.finish();
  }

  private write(tag: "H1" | "H2" | "P", content: string, style: Style, gap: number): void {
    this.ensure(this.paper.heightOf(content, width, style));
    this.paper.part(tag, () => { this.y += this.paper.text(content, { x: left, y: this.y, width }, style) + gap; });
  }

  private row(table: Structure, kind: "TH" | "TD", columns: readonly Column[], cells: readonly string[], height: number): void {
    const { document } = this.paper;
    const line = this.y + height;
    this.paper.ornament(() => {
      if (kind === "TH") document.rect(left, this.y, width, height).fill(palette.pale);
      document.lineWidth(0.4).strokeColor(palette.line).moveTo(left, line).lineTo(left + width, line).stroke();
    });
    const row = this.paper.group("TR", table);
    placed(columns).forEach(({ x, span, align }, index) => {
      const style = { ...cellStyle[kind], align };
      this.paper.part(kind, () => this.paper.text(cells[index] ?? "", { x: x + 4, y: this.y + 4, width: span - 8 }, style), row);
    });
    row.end();
    this.y = line;
  }

  private rowHeight(kind: "TH" | "TD", columns: readonly Column[], cells: readonly string[]): number {
    return 7 + Math.max(...placed(columns).map(({ span }, index) => this.paper.heightOf(cells[index] || " ", span - 8, cellStyle[kind])));
  }

  private furnish(page: number, count: number): void {
    const { document } = this.paper;
    const { association, number, heading } = this.frame;
    const small: Style = { size: 8, color: palette.soft };
    document.save().translate(left, 38).scale(0.24).fillColor(palette.bronze).path(hallMark).fill().restore();
    this.paper.text(association, { x: left + 32, y: 46, width: 300 }, { ...small, size: 9, color: palette.ink });
    this.paper.text(number, { x: left, y: 46, width }, { ...small, align: "right" });
    document.lineWidth(0.6).strokeColor(palette.bronze).moveTo(left, 70).lineTo(left + width, 70).stroke();
    document.lineWidth(0.3).strokeColor(palette.line).moveTo(left, 72.2).lineTo(left + width, 72.2).stroke();
    document.lineWidth(0.4).strokeColor(palette.line).moveTo(left, a4.height - 50).lineTo(left + width, a4.height - 50).stroke();
    this.paper.text(heading, { x: left, y: a4.height - 43, width: width - 80 }, small);
    this.paper.text(`${page} / ${count}`, { x: left, y: a4.height - 43, width }, { ...small, align: "right" });
  }
}

const cellStyle = {
  TH: { size: 8.5, weight: "bold", color: palette.ink, leading: 1 },
  TD: { size: 8.5, color: palette.ink, leading: 1.5 },
} as const satisfies Record<string, Style>;

function placed(columns: readonly Column[]): { x: number; span: number; align: "left" | "right" }[] {
  let x = left;
  return columns.map(({ share, align = "left" }) => {
    const place = { x, span: share * width, align };
    x += place.span;
    return place;
  });
}
