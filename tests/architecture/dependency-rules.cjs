/*
 * Who may import whom. Each rule's name is the sentence; `comment` says why. A part of a module is one file (`queries.ts`) or
 * a folder of the same name (`queries/ranking.ts`): both count alike. Tests beside their file are free.
 */

/** Along the life of the competition: a module may know only those before it. */
const MODULES = ["accounts", "agencies", "competition", "submission", "selection", "review", "results", "audit"];

const TEST = "\\.test\\.tsx?$";

/** @param {string[]} names of parts @param {string} [of] the module */
const part = (names, of = "[^/]+") => `^src/modules/${of}/(${names.join("|")})(\\.tsx?$|/)`;

/** @param {string} path @param {string} [pathNot] */
const from = (path, pathNot) => ({ path, pathNot: [TEST, ...(pathNot ? [pathNot] : [])] });

const GATE = "^src/lib/(action|loader|endpoint|guarded-file|open-door|door-register)\\.ts$";
const TRAIL = "^src/lib/(audit|outbox)\\.ts$";
const DATABASE = ["^src/lib/db\\.ts$", "^src/generated/", "node_modules/(@prisma/|pg/)"];
const FRAMEWORK = "node_modules/(next|next-intl|next-auth|react|react-dom)/";

const knowsNothingLater = MODULES.slice(0, -1).map((module, place) => ({
  name: `${module}-knows-nothing-later`,
  comment: `The competition moves on from ${module}; what comes after may ask it, never the other way round.`,
  from: from(`^src/modules/${module}/`),
  to: { path: `^src/modules/(${MODULES.slice(place + 1).join("|")})/` },
}));

const rules = [
  {
    name: "domain-is-pure",
    comment: "Rules take everything as arguments, so that they can be read, tested and trusted by themselves.",
    from: from(part(["domain"])),
    to: { pathNot: [part(["domain"]), "^src/lib/result\\.ts$"] },
  },
  {
    name: "policy-is-pure",
    comment: "A policy judges what it is given; types it may borrow.",
    from: from(part(["policy"])),
    to: { pathNot: [part(["domain", "policy"]), "^src/lib/(result|guard)\\.ts$"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "schema-only-describes-input",
    comment: "One schema serves both sides of a form.",
    from: from(part(["schema"])),
    to: { path: [part(["queries", "repository", "loaders", "actions", "endpoints", "notices", "components"]), GATE, TRAIL, ...DATABASE, FRAMEWORK] },
  },
  {
    name: "notices-only-say-what-to-tell",
    comment: "Who is told what is plain data; the repository puts it into the outbox.",
    from: from(part(["notices"])),
    to: {
      path: [part(["repository", "loaders", "actions", "endpoints", "components"]), GATE, TRAIL, ...DATABASE],
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "routes-see-only-loaders-and-components",
    comment: "A page has no other way to its data than a door with a policy.",
    from: from("^src/app/"),
    to: { path: "^src/modules/", pathNot: part(["loaders", "endpoints", "components"]) },
  },
  {
    name: "routes-make-no-doors",
    comment: "Doors stand in modules, where the register finds them.",
    from: from("^src/app/"),
    to: { path: [GATE, TRAIL] },
  },
  {
    name: "only-repositories-and-queries-reach-the-database",
    comment: "Everything else would be a read or a write without a guard.",
    from: from("^src/", "^src/(modules/[^/]+/(repository|queries)(\\.ts$|/)|lib/(db|audit|outbox|open-door|watched-pool|search|agency-in-full)\\.ts$|lib/auth/|generated/)"),
    to: { path: DATABASE },
  },
  {
    name: "only-repositories-write-trail-and-letters",
    comment: "An audit event and a letter belong to the transaction of what they tell.",
    from: from("^src/", `${part(["repository"])}|^src/lib/(auth/|audit|outbox|action|loader|endpoint)`),
    to: { path: TRAIL, dependencyTypesNot: ["type-only"] },
  },
  {
    name: "neighbours-meet-at-domain-policy-queries",
    comment: "What a module shows to those after it: its rules, its guards, its reads.",
    from: from("^src/modules/([^/]+)/"),
    to: { path: "^src/modules/", pathNot: ["^src/modules/$1/", part(["domain", "policy", "queries"])] },
  },
  ...knowsNothingLater,
  {
    name: "doors-stand-at-the-end",
    comment: "Nothing inside a module leans on its doors, but for the forms that post to an action.",
    from: from("^src/modules/", part(["components"])),
    to: { path: part(["actions", "loaders", "endpoints", "components"]) },
  },
  {
    name: "loaders-only-read",
    comment: "Opening a page changes nothing.",
    from: from(part(["loaders"])),
    to: { path: part(["repository", "notices"]), dependencyTypesNot: ["type-only"] },
  },
  {
    name: "queries-only-read",
    comment: "The repository is the only writer of its tables.",
    from: from(part(["queries"])),
    to: { path: part(["repository", "notices"]), dependencyTypesNot: ["type-only"] },
  },
  {
    name: "components-never-touch-data",
    comment: "A component shows what it is given and knows its rows by their type only.",
    from: from(part(["components"])),
    to: {
      path: [part(["queries", "repository", "loaders", "endpoints", "notices"]), GATE, TRAIL, "^src/lib/auth/", ...DATABASE],
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "components-borrow-types-from-reads-alone",
    comment: "The shape on a page is what its query or its loader gives.",
    from: from(part(["components"])),
    to: { path: [part(["repository", "endpoints", "notices"]), ...DATABASE] },
  },
  {
    name: "ui-and-lib-know-no-module",
    comment: "Looks and machinery could serve another product; what a role is they know by its type.",
    from: from("^src/(ui|lib)/"),
    to: { path: "^src/(modules|app)/", pathNot: "^src/modules/accounts/domain/roles\\.ts$" },
  },
  {
    name: "lib-borrows-only-the-type-of-a-role",
    comment: "The one word of the domain that the doors need.",
    from: from("^src/(ui|lib)/"),
    to: { path: "^src/modules/accounts/domain/roles\\.ts$", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "ui-knows-only-addresses-and-forms",
    comment: "What a component looks like depends on no database, no session and no text.",
    from: from("^src/ui/"),
    to: { path: "^src/(lib|messages)/", pathNot: "^src/lib/(paths|locale|form-state|typed-fields|format|result)\\.ts$" },
  },
  {
    name: "only-i18n-and-notices-open-the-catalogues",
    comment: "Letters and published pages are made of texts outside any request; everybody else asks for a text by its key.",
    from: from("^src/", `^src/(lib/i18n\\.ts$|messages/)|${part(["notices"])}`),
    to: { path: "^src/messages/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "messages-only-borrow-types",
    comment: "Texts depend on nothing.",
    from: from("^src/messages/"),
    to: { pathNot: "^src/messages/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "the-portal-knows-no-test-and-no-script",
    comment: "What runs in production is src and its packages.",
    from: from("^src/"),
    to: { path: "^(tests|prisma|scripts)/" },
  },
  {
    name: "no-cycles",
    comment: "Whoever reads a file can read downwards; only types may point back.",
    from: from("^src/"),
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "everything-resolves",
    comment: "An import that the checker cannot follow is an arrow that it cannot judge.",
    from: from("^src/"),
    to: { couldNotResolve: true, path: "^(\\.|@/|~/|#)" },
  },
];

module.exports = { MODULES, rules };
