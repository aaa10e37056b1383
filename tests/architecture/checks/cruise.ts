import { join } from "node:path";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { rules } from "../dependency-rules.cjs";

export type Arrow = { rule: string; from: string; to: string };

/**
 * In: the folder that holds `src`. Out: how many files were read, and every import that breaks a rule. A count near zero
 * means that the tool saw nothing: it then reports no violation either.
 */
export async function forbiddenArrows(root: string): Promise<{ files: number; arrows: Arrow[] }> {
  const { output } = await cruise(
    ["src"],
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: rules.map((rule) => ({ ...rule, severity: "error" })) as IForbiddenRuleType[] },
      doNotFollow: { path: "node_modules" },
      tsPreCompilationDeps: true,
    },
    {
      alias: { "@": join(root, "src") },
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".css"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  );
  const { modules, summary } = output as ICruiseResult;
  return {
    files: modules.filter(({ source }) => /^src\/.*\.tsx?$/.test(source)).length,
    arrows: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
