import { join } from "node:path";
import { declaredDoors, isDoorFile, type DeclaredDoor } from "../architecture/checks/doors";
import { readSources } from "../architecture/checks/sources";

export type OpenedDoor = DeclaredDoor & { run: (...given: never[]) => Promise<unknown> };

/** Loads every file of doors, so that each door enters the register; gives them with what their callers would call. */
export async function everyDoor(): Promise<OpenedDoor[]> {
  const sources = readSources("src/modules");
  const files: Record<string, Record<string, OpenedDoor["run"]>> = {};
  for (const path of Object.keys(sources).filter(isDoorFile)) files[path] = await import(join(process.cwd(), path));
  return declaredDoors(sources).map((door) => ({ ...door, run: files[door.path]![door.exported]! }));
}
