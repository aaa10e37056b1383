import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runningPostgres, startPostgres } from "./postgres.mjs";

const parent = mkdtempSync(join(tmpdir(), "postmaster-test-"));
chmodSync(parent, 0o755);
/** @type {import("node:child_process").ChildProcess[]} */
const processes = [];
afterAll(() => {
  for (const child of processes) child.kill("SIGKILL");
  rmSync(parent, { recursive: true, force: true });
});

/** A data folder, as one finds it. @param {string} name */
function dataFolder(name) {
  const folder = join(parent, name);
  mkdirSync(folder);
  for (const file of ["portal.password", "web.password"]) writeFileSync(join(folder, file), "rahasia");
  return folder;
}

/** @param {string} folder @param {{pid: number | undefined, names?: string}} content */
const leaveLock = (folder, { pid, names = folder }) => writeFileSync(join(folder, "postmaster.pid"), `${pid}\n${names}\n1796000000\n54999\n\n127.0.0.1\n`);

/** A process that looks like a server on this folder. @param {string} folder */
async function serverOn(folder) {
  const child = spawn(process.execPath, ["-e", "console.log('up'); setInterval(() => {}, 1000)", "--", "-D", folder], { argv0: "postgres", stdio: ["ignore", "pipe", "ignore"] });
  processes.push(child);
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return child.pid;
}

test("a server that runs on this folder is found", async () => {
  const folder = dataFolder("own");
  leaveLock(folder, { pid: await serverOn(folder) });
  expect((await runningPostgres(folder))?.url).toBe("postgresql://portal:rahasia@127.0.0.1:54999/portal");
});

test("a copy of a folder whose server runs is not taken for running", async () => {
  const [original, copy] = [dataFolder("original"), dataFolder("copy")];
  leaveLock(copy, { pid: await serverOn(original), names: original });
  expect(await runningPostgres(copy)).toBeUndefined();
});

test("nor a folder whose server's number another process got, be it another PostgreSQL or none", async () => {
  const [other, crashed] = [dataFolder("other"), dataFolder("crashed")];
  leaveLock(crashed, { pid: await serverOn(other) });
  if (process.platform === "linux") expect(await runningPostgres(crashed)).toBeUndefined();
  const gone = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => gone.once("exit", resolve));
  leaveLock(crashed, { pid: gone.pid });
  expect(await runningPostgres(crashed)).toBeUndefined();
});

test("two that start in one moment find a port each", async () => {
  const wanted = 54_700;
  const both = await Promise.all(["first", "second"].map((name) => startPostgres({ dir: join(parent, name), port: wanted, throwaway: true })));
  const ports = both.map(({ port }) => port);
  await Promise.all(both.map(({ stop }) => stop()));
  expect(new Set(ports).size).toBe(2);
});
