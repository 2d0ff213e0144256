import { afterEach, describe, expect, test } from "vitest";
import { FileInspector } from "../../../server/http/file-inspector.ts";
import { onePixelPng } from "../../api/assessments/corpus.ts";
import { openPdf } from "../../support/pdf-files.ts";

let inspector: FileInspector;
afterEach(() => inspector.close());

/** Takes a good while to read from its first byte to its last. */
const laborious = openPdf(`<</Title(${"()".repeat(4_000_000)})>>`);
const picture = { name: "a.png", mediaType: "image/png" };

describe("files are judged beside the API", { timeout: 60_000 }, () => {
  test("while a laborious one is judged, the loop goes on turning", async () => {
    inspector = new FileInspector(60_000);
    await inspector.warm();
    let turns = 0;
    let isJudged = false;
    const judged = inspector.inspect(laborious, "a.pdf").finally(() => (isJudged = true));
    while (!isJudged) {
      turns += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(await judged).toEqual({ name: "a.pdf", mediaType: "application/pdf" });
    expect(turns).toBeGreaterThan(20);
  });

  test("one that takes too long is refused, and the next is judged all the same", async () => {
    inspector = new FileInspector(20);
    await inspector.warm();
    const late = inspector.inspect(laborious, "a.pdf");
    await expect(late).resolves.toEqual({ refused: "FILE_OPAQUE" });
    await inspector.close();
    inspector = new FileInspector(60_000);
    expect(await inspector.inspect(onePixelPng, "a.png")).toEqual(picture);
  });

  test("each is answered with its own", async () => {
    inspector = new FileInspector();
    const found = await Promise.all(["a.png", "b.png", "c.exe"].map((name) => inspector.inspect(name === "c.exe" ? Buffer.from("MZ\0\0") : onePixelPng, name)));
    expect(found).toEqual([picture, { ...picture, name: "b.png" }, { refused: "FILE_TYPE_REFUSED" }]);
  });

  test("one closed is begun anew when it is needed", async () => {
    inspector = new FileInspector();
    await inspector.warm();
    await inspector.close();
    expect(await inspector.inspect(onePixelPng, "a.png")).toEqual(picture);
  });
});
