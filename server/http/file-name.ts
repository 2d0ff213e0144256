const LONGEST = 120;
/** Path marks, marks that shells and browsers read, control characters, and characters that turn the reading direction. */
const harmful = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

/** A name that is only a name: no path, no hidden characters, not too long, and ending as what the file is. */
export function cleanName(given: string, extension: string): string {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last.replace(harmful, "").replace(/\s+/g, " ").replace(/^[. ]+|[. ]+$/g, "");
  const endings = extension === "jpg" ? [".jpg", ".jpeg"] : [`.${extension}`];
  const ends = endings.find((ending) => plain.toLowerCase().endsWith(ending));
  const stem = [...(ends ? plain.slice(0, -ends.length) : plain)].slice(0, LONGEST).join("").trim();
  return `${stem || "file"}.${extension}`;
}
