import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const code = ["**/*.ts", "**/*.tsx"];
const entrances = ["server/main.ts", "server/launch.ts", "server/launch/**", "server/cli/**", "workers/main.ts", "seeds/run.ts", "schema/*.ts", "web/check-budget.ts"];
const clocks = ["server/platform/context.ts", "server/kernel/ids.ts"];
const tests = ["test/**"];

const clock = "Time comes as ctx.now or as `at`; chance comes from node:crypto.";
const timeless = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: clock },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: clock },
];
const noExit = { selector: "CallExpression[callee.object.name='process'][callee.property.name='exit']", message: "Throw; an entry point decides when the process ends." };
const named = { selector: "ExportDefaultDeclaration", message: "Exports have names." };
const forbid = (...found) => ({ "no-restricted-syntax": ["error", ...found] });

const mutation = { name: "@apollo/client/react", importNames: ["useMutation"], message: "Acts go through useAction." };

export default tseslint.config(
  { ignores: ["**/node_modules/", "**/dist/", "web/src/gql/", ".data/", "test/browser/.out/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: code,
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/../..` } },
    rules: {
      "max-lines": ["error", 300],
      complexity: ["error", 10],
      eqeqeq: "error",
      "no-console": "error",
      "no-empty": "error",
      "no-param-reassign": "error",
      "prefer-const": "error",
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      ...forbid(...timeless, named, noExit),
    },
  },
  { files: [...clocks, "web/**"], rules: forbid(named, noExit) },
  { files: entrances, rules: { ...forbid(named), "no-console": "off" } },
  { files: tests, rules: { ...forbid(named), "no-console": "off", complexity: "off" } },
  { files: ["**/*.config.{ts,js}", "test/support/postgres.ts", "test/browser/house.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    files: ["web/src/**"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "no-restricted-imports": ["error", { paths: [mutation, { ...mutation, name: "@apollo/client" }] }],
    },
  },
  { files: ["web/src/lib/use-action.ts"], rules: { "no-restricted-imports": "off" } },
);
