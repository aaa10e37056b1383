import { MODULES } from "../dependency-rules.cjs";
import { isTest, type Sources } from "./sources";

/** The parts that a module may have: a file of that name, or a folder of the same name once it outgrew one file. */
const PARTS = ["schema", "policy", "queries", "repository", "loaders", "actions", "endpoints", "notices"];

const WORD = "[a-z0-9]+(-[a-z0-9]+)*";

/** Every place where a file of `src` may stand, as the sentence that README tells. */
const PLACES: readonly RegExp[] = [
  new RegExp(`^src/modules/(${MODULES.join("|")})/(${PARTS.join("|")})(/${WORD})?\\.ts$`),
  new RegExp(`^src/modules/(${MODULES.join("|")})/domain/${WORD}\\.ts$`),
  new RegExp(`^src/modules/(${MODULES.join("|")})/components/(${WORD}/)?${WORD}\\.tsx?$`),
  /^src\/app\/([^/]+\/)*(page\.tsx|layout\.tsx|route\.ts|not-found\.tsx|error\.tsx)$/,
  /^src\/app\/(globals\.css|icon\.svg)$/,
  new RegExp(`^src/ui/((forms|autosave)/)?${WORD}\\.tsx?$`),
  new RegExp(`^src/ui/styles/${WORD}\\.css$`),
  new RegExp(`^src/lib/((auth|mail|storage)/)?${WORD}\\.ts$`),
  new RegExp(`^src/messages/(id|en)/${WORD}\\.json$`),
  /^src\/messages\/(catalogue\.ts|next-intl\.d\.ts)$/,
  /^src\/proxy\.ts$/,
];

const PAGE_LINES = 60;

/** In: paths. Out: those that stand where nobody would look for them. */
export function strayFiles(paths: readonly string[]): string[] {
  const known = new Set(paths);
  return paths.filter((path) => {
    const home = isTest(path) ? path.replace(".test.", ".") : path;
    const isAlone = isTest(path) && !isAboutStyles(path) && !known.has(home) && !known.has(`${home}x`);
    return isAlone || isBarrel(home) || !PLACES.some((place) => place.test(home));
  });
}

/** Colours and fonts stand in stylesheets, which have no test file of their own name. */
const isAboutStyles = (path: string) => path.startsWith("src/ui/");

/** A file named `index` says nothing about what it holds and hides the real arrow. */
const isBarrel = (path: string) => /(^|\/)index\.[a-z]+$/.test(path);

/** Parts that stand as a file and as a folder at once: a reader would look into the wrong one. */
export function partsInTwoPlaces(paths: readonly string[]): string[] {
  const files = paths.filter((path) => /^src\/modules\/[^/]+\/[^/]+\.ts$/.test(path) && !isTest(path));
  return files.filter((path) => paths.some((other) => other.startsWith(`${path.slice(0, -".ts".length)}/`)));
}

/** Pages that do more than compose. */
export function longPages(sources: Sources): string[] {
  return Object.entries(sources)
    .filter(([path, source]) => path.endsWith("/page.tsx") && source.trimEnd().split("\n").length >= PAGE_LINES)
    .map(([path]) => path);
}
