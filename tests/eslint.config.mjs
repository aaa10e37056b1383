import coreWebVitals from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

/*
 * Style and small dangers, told while one types. Patterns count from the folder that `npm run lint` is started in, which is
 * the root. What may import what is proved by tests/architecture; the two worst arrows stand here too, for the editor.
 */

const SOURCES = ["**/*.{ts,tsx,mts,js,mjs,cjs}"];
const TYPED = ["**/*.{ts,tsx,mts}"];
const TESTS = ["**/*.test.{ts,tsx,mts,mjs}", "tests/**"];

/** Raw SQL as text: only where every part of the text is a constant of the same file. */
const RAW_SQL_ALLOWED = ["src/modules/competition/queries.ts", "prisma/seed/**", "prisma/seed.ts"];

const MAY_TOUCH_DATABASE = [
  "src/modules/*/queries.ts", "src/modules/*/queries/**", "src/modules/*/repository.ts", "src/modules/*/repository/**", "src/lib/**",
];

const length = (max) => ({ max, skipBlankLines: true, skipComments: true });

const config = [
  { ignores: ["src/generated/**", ".next/**", ".data/**", "test-results/**", "playwright-report/**", "coverage/**"] },
  ...coreWebVitals,
  ...typescript,
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  {
    name: "house/sizes",
    files: SOURCES,
    rules: {
      "max-lines": ["error", length(300)],
      "max-lines-per-function": ["error", length(40)],
      "max-params": ["error", 3],
      "max-depth": ["error", 3],
    },
  },
  {
    name: "house/honesty",
    files: SOURCES,
    rules: {
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "hack", "xxx"], location: "anywhere" }],
      "no-console": ["error", { allow: ["error", "warn"] }],
      "no-debugger": "error",
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-restricted-syntax": ["error", {
        selector: [
          "MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/]", "MemberExpression[object.name='Prisma'][property.name='raw']",
        ].join(", "),
        message: "Write SQL with the $queryRaw and $executeRaw templates, whose values can never become text.",
      }],
    },
  },
  {
    name: "house/types",
    files: TYPED,
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": true, "ts-ignore": true, "ts-nocheck": true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
      "@typescript-eslint/no-unused-vars": [
        "error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrorsIgnorePattern: "^_" },
      ],
    },
  },
  {
    name: "house/database-only-behind-queries-and-repository",
    files: ["src/**/*.{ts,tsx}"],
    ignores: MAY_TOUCH_DATABASE,
    rules: {
      "no-restricted-imports": ["error", {
        patterns: [
          { group: ["@/lib/db", "@/generated/prisma/*", "@prisma/client"], message: "Only queries and repositories reach the database." },
        ],
      }],
    },
  },
  {
    name: "house/domain-knows-no-framework",
    files: ["src/modules/*/domain/**"],
    rules: {
      "no-restricted-imports": ["error", {
        patterns: [
          { group: ["next", "next/*", "next-intl", "next-intl/*", "react", "react-dom"], message: "Rules are pure: no framework in domain/." },
          { group: ["@/lib/*", "!@/lib/result", "@/generated/**", "@prisma/*"], message: "Rules are pure: domain/ knows only domain/ and lib/result." },
        ],
      }],
    },
  },
  { name: "house/raw-sql", files: [...RAW_SQL_ALLOWED, ...TESTS], rules: { "no-restricted-syntax": "off" } },
  { name: "house/programs-that-talk", files: ["scripts/**", "prisma/**"], rules: { "no-console": "off" } },
  { name: "house/tests-tell-long-stories", files: TESTS, rules: { "max-lines-per-function": "off", "max-params": "off" } },
];

export default config;
