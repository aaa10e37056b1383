/** Where each role begins its work. Our default, from the portal's list of screens. */
import type { Role } from "./roles";

export type Workspace = "innovator" | "agency" | "selector" | "judge" | "organiser" | "system" | "auditor";

const WORKSPACE_OF_ROLE: Readonly<Record<Role, Workspace>> = {
  INNOVATOR: "innovator",
  AGENCY_ADMIN: "agency",
  ADMIN_SELECTOR: "selector",
  EVALUATOR: "judge",
  PANELIST: "judge",
  SECRETARIAT: "organiser",
  PUBLISHER: "organiser",
  SUPER_ADMIN: "system",
  AUDITOR: "auditor",
};

/** In: a role. Out: the workspace whose pages it uses. */
export const workspaceOf = (role: Role): Workspace => WORKSPACE_OF_ROLE[role];
