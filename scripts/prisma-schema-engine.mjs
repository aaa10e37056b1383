#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which the CLI would otherwise download. It speaks the same JSON-RPC over
// stdio and answers from the WebAssembly build of the same engine, which comes with npm. The CLI finds this file
// through PRISMA_SCHEMA_ENGINE_BINARY; where that variable is unset, the stock engine works on the same migrations.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { migrationAdapter } from "./lib/prisma-migration-adapter.mjs";

const ENGINE = "@prisma/schema-engine-wasm/schema_engine_bg";
const PRINT_ID = 1e9;

/**
 * @typedef {Record<string, unknown>} Params
 * @typedef {(params: Params) => Promise<{stdout?: string} | undefined>} Method
 * @typedef {Record<string, Method> & {devDiagnostic: Method}} Engine
 * @typedef {{code?: string, message?: string, meta?: object}} Failure
 */

const args = process.argv.slice(2);
const { url } = JSON.parse(valuesOf("--datasource")[0] ?? "{}");

if (args.includes("--version")) console.log("schema-engine-cli (wasm)");
else if (args.includes("cli")) await runConnectionCommand(args.at(-1) ?? "");
else await serve();

/** @param {string} name */
function valuesOf(name) {
  return args.flatMap((arg, index) => (arg === name ? [args[index + 1] ?? ""] : []));
}

/** @param {string} command can-connect-to-database, create-database or drop-database */
async function runConnectionCommand(command) {
  const target = new URL(url);
  const database = decodeURIComponent(target.pathname.slice(1));
  if (command !== "can-connect-to-database") target.pathname = "/postgres";
  const client = new pg.Client({ connectionString: String(target) });
  try {
    await client.connect();
    if (command === "create-database") await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
    if (command === "drop-database") await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)}`);
    await client.end();
  } catch (error) {
    reportToCli(error);
    process.exitCode = 1;
  }
}

/** The CLI skips the first line and reads the rest as JSON log records. @param {unknown} error */
function reportToCli(error) {
  const { code, message } = /** @type {Failure} */ (error);
  const fields = { error_code: code === "3D000" ? "P1003" : "P1001", message };
  process.stderr.write(`\n${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}\n`);
}

async function serve() {
  const openEngine = await loadEngine();
  const lines = createInterface({ input: process.stdin });
  lines.on("close", () => process.exit(0));
  lines.on("line", (line) => {
    const request = JSON.parse(line);
    if (request.method) void answer(request, openEngine); // without a method it answers our own "print"
  });
}

/** @param {{id: number, method: string, params?: Params}} request @param {() => Promise<Engine>} openEngine */
async function answer({ id, method, params = {} }, openEngine) {
  try {
    const engine = await openEngine();
    await fillMigrationCache(engine, method, params);
    const asked = engine[method === "getDatabaseVersion" ? "version" : method];
    if (!asked) throw new Error(`This build of the engine knows no ${method}.`);
    const result = await asked.call(engine, params);
    if (method === "diff" && result?.stdout != null) send({ id: PRINT_ID, method: "print", params: { content: result.stdout } });
    send({ id, result: result ?? {} });
  } catch (error) {
    send({ id, error: rpcError(error) });
  }
}

/** These two read the migrations' schema from a cache that only devDiagnostic fills in the WebAssembly build. @param {Engine} engine @param {string} method @param {Params} params */
async function fillMigrationCache(engine, method, { migrationsList, filters }) {
  if (method === "evaluateDataLoss" || method === "createMigration") await engine.devDiagnostic({ migrationsList, filters });
}

/** @param {unknown} error */
function rpcError(error) {
  const { code, message = String(error), meta } = /** @type {Failure} */ (error);
  const data = { is_panic: false, message, error_code: code, meta };
  return { code: 4466, message: "An error happened. Check the data field for details.", data };
}

/** @param {object} message */
function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

async function loadEngine() {
  const bindings = await import(ENGINE);
  const wasm = await readFile(createRequire(import.meta.url).resolve(ENGINE).replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (/** @type {string} */ text) => process.stderr.write(`${text}\n`) } });
  /** @type {{__wbindgen_start: () => void}} */ (instance.exports).__wbindgen_start();

  const files = await Promise.all(valuesOf("--datamodels").map(async (path) => [path, await readFile(path, "utf8")]));
  const datamodels = files.length > 0 ? files : undefined; // an empty list makes the engine panic
  return async () => bindings.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(await migrationAdapter(url)));
}
