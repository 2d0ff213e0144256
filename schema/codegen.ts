import { resolve } from "node:path";
import { type CodegenConfig, generate } from "@graphql-codegen/cli";

/** `npm run codegen`: types for every operation the web sends, checked against the contract, into web/src/gql. */
const settings: CodegenConfig & { cwd: string } = {
  cwd: resolve(import.meta.dirname, ".."),
  schema: "schema/schema.graphql",
  documents: ["web/src/**/*.{ts,tsx}", "!web/src/gql/**"],
  ignoreNoDocuments: true,
  silent: true,
  errorsOnly: true,
  generates: {
    "web/src/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: true },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        importExtension: ".ts",
        strictScalars: true,
        scalars: {
          Date: "string",
          DateTime: "string",
          Decimal: "string",
          Localized: `Record<"zh-Hant" | "zh-Hans" | "en", string>`,
        },
      },
    },
  },
};

try {
  await generate(settings, true);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
