import { once } from "node:events";
import PDFDocument from "pdfkit";
import type { Language } from "../../server/kernel/language.ts";
import { signaturePlace } from "../../server/platform/pdf-signature.ts";
import { face, familyFor, type Weight } from "./fonts.ts";

/** What every paper of the association carries, whatever is drawn on it. */
export interface PaperFrame {
  language: Language;
  /** Fixed words and numbers only: it stands in the metadata unescaped. */
  title: string;
  /** Written as the date of creation, so that equal facts give equal bytes. */
  at: Date;
  /** What the signature will state: letters, digits and plain punctuation. */
  statement: string;
  /** The facts as a machine reads them, attached as `facts.json`. */
  facts: string;
  /** Points; text stays within. */
  margin: number;
}

export interface Style {
  size: number;
  weight?: Weight;
  color?: string;
  align?: "left" | "center" | "right";
  /** Points between letters. */
  spacing?: number;
  /** Points between lines. */
  leading?: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
}

type StructureTag = "H1" | "H2" | "P" | "Figure" | "Table" | "TR" | "TH" | "TD" | "L" | "LI";
export type Structure = PDFKit.PDFStructureElement;

export const a4 = { width: 595.28, height: 841.89 } as const;

/** An A4 document in the making: tagged, PDF/A-3b as far as pdfkit goes, with subset fonts and an empty place for the signature. */
export class Paper {
  readonly document: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly root: Structure;

  constructor(private readonly frame: PaperFrame) {
    this.document = new PDFDocument({
      size: "A4", margin: frame.margin, font: "", bufferPages: true, pdfVersion: "1.7", subset: "PDF/A-3b", tagged: true,
      lang: frame.language, displayTitle: true, info: { Title: frame.title, Creator: "Guildhall", Producer: "Guildhall", CreationDate: frame.at },
    });
    this.document.on("data", (chunk: Buffer) => this.chunks.push(chunk));
    this.root = this.document.struct("Document");
    this.document.addStructure(this.root);
  }

  /** Writes a text and answers the height it took. */
  text(content: string, box: Box, style: Style): number {
    this.prepare(content, style);
    const overhang = style.align === "center" ? (style.spacing ?? 0) / 2 : 0;
    this.document.text(content, box.x + overhang, box.y, this.layout(content, box.width, style));
    return this.document.y - box.y;
  }

  heightOf(content: string, width: number, style: Style): number {
    this.prepare(content, style);
    return this.document.heightOfString(content, this.layout(content, width, style));
  }

  widthOf(content: string, style: Style): number {
    this.prepare(content, style);
    return this.document.widthOfString(content, this.layout(content, undefined, style));
  }

  /** The style with the largest size, not above its own, at which the content fits the width on one line. */
  fitting(content: string, width: number, style: Style, smallest: number): Style {
    const needed = 1.02 * this.widthOf(content, style);
    return needed <= width ? style : { ...style, size: Math.max(smallest, (style.size * width) / needed) };
  }

  /** A part of the text in reading order, for those who hear the paper. */
  part(tag: StructureTag, draw: () => void, within: Structure = this.root, options: PDFKit.Mixins.StructureElementOptions = {}): void {
    const element = this.document.struct(tag, options, draw);
    within.add(element);
    element.end();
  }

  /** A part that holds parts; the caller ends it. */
  group(tag: StructureTag, within: Structure = this.root): Structure {
    const element = this.document.struct(tag);
    within.add(element);
    return element;
  }

  figure(alt: string, draw: () => void): void {
    this.part("Figure", draw, this.root, { alt });
  }

  /** Ornament and page furniture, which reading aloud passes over. */
  ornament(draw: () => void): void {
    this.document.markContent("Artifact");
    draw();
    this.document.endMarkedContent();
  }

  /** Places an engraving on the page, its origin at the upper left corner moved by the given points. */
  place(engraving: Buffer, x = 0, y = 0): void {
    const document = this.document as unknown as PaperInside;
    const name = `E${Object.keys(document.page.xobjects).length + 1}`;
    const form = document.ref({ Type: "XObject", Subtype: "Form", BBox: [-a4.height, -a4.height, a4.height, a4.height], Resources: {}, Filter: "FlateDecode" });
    form.end(engraving);
    document.page.xobjects[name] = form;
    this.document.addContent(`q 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} cm /${name} Do Q`);
  }

  /** Closes the paper and gives its bytes, the place for the signature still empty. */
  async finish(): Promise<Buffer> {
    this.root.end();
    const { at, facts } = this.frame;
    const attachment: PDFKit.Mixins.PDFAttachmentOptions & { relationship: string } = {
      name: "facts.json", type: "application/json", relationship: "Data", description: "The facts of this paper", creationDate: at, modifiedDate: at,
    };
    this.document.file(Buffer.from(facts, "utf8"), attachment);
    this.reserveSignature();
    this.document.end();
    await once(this.document, "end");
    return Buffer.concat(this.chunks);
  }

  /** Quotation marks are as wide as a Chinese character unless the font is asked for the narrow ones. */
  private layout(content: string, width: number | undefined, { align = "left", spacing = 0, leading = 0 }: Style): PDFKit.Mixins.TextOptions {
    const narrow = this.frame.language === "en" && /[\u2018-\u201d]/.test(content);
    return { align, characterSpacing: spacing, lineGap: leading, ...(width === undefined ? {} : { width }), ...(narrow ? { features: ["pwid"] } : {}) };
  }

  private prepare(content: string, { weight = "regular", size, color = "#000000" }: Style): void {
    const family = familyFor(content, this.frame.language, weight);
    this.document.font(face(family, weight).source, `${family}-${weight}`, size).fillColor(color);
  }

  /** An invisible signature field on the first page; the signature forbids later changes (DocMDP level 1). */
  private reserveSignature(): void {
    const document = this.document as unknown as PaperInside;
    const transform = { Type: "TransformParams", P: 1, V: "1.2" };
    const signature = document.ref({
      ...signaturePlace(this.frame.statement),
      Reference: [{ Type: "SigRef", TransformMethod: "DocMDP", TransformParams: transform }],
    });
    signature.end();
    document.switchToPage(0);
    const field = document.ref({
      Type: "Annot", Subtype: "Widget", FT: "Sig", T: new String("seal"), Rect: [0, 0, 0, 0], F: 132, V: signature, P: document.page.dictionary,
    });
    field.end();
    document.page.annotations.push(field);
    document.initForm();
    const { AcroForm } = document._root.data;
    AcroForm.data = { Fields: [field], SigFlags: 3, DR: { Font: {} } };
    document._root.data.Perms = { DocMDP: signature };
  }
}

interface Reference {
  data: Record<string, unknown>;
  end(content?: Buffer): void;
}

/** The part of pdfkit's inside that its types do not show: signature fields, and drawings kept outside the page. */
interface PaperInside {
  ref(data: object): Reference;
  switchToPage(number: number): void;
  page: { dictionary: Reference; annotations: Reference[]; xobjects: Record<string, Reference> };
  initForm(): void;
  _root: { data: { AcroForm: Reference; Perms?: object } };
}
