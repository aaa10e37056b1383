// What every part of the night needs: packages, client, build.
import { ensureBuild, ensureClient, ensureDependencies, requireDiskSpace } from "../lib/setup.mjs";

export async function getReady() {
  requireDiskSpace();
  await ensureDependencies();
  await ensureClient();
  await ensureBuild();
}
