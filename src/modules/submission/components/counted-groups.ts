/** The key of the quota line that counts every ticked box; no group has it. */
export const ALL_GROUPS = "*";
