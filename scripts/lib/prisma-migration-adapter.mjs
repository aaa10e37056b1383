// @prisma/adapter-pg with four repairs that Prisma Migrate needs and Prisma Client does not.
import { PrismaPg } from "@prisma/adapter-pg";
import { parse } from "pg-connection-string";

const NOWHERE = "postgresql://none@127.0.0.1:1/none";
const POSTGRES_CHAR = 18;
const POSTGRES_VARCHAR = 1043;
const PRISMA_CHARACTER = 6;

/** @param {string | undefined} url */
export async function migrationAdapter(url) {
  // Fields, not a connection string: with a string, the shadow database's name is ignored and the main one is used.
  const connection = /** @type {any} */ (parse(url ?? NOWHERE));
  const factory = new PrismaPg(connection);
  await repairPrototypes(factory);
  factory.connectToShadowDb = () => openShadowDatabase(connection);
  return factory;
}

let repaired = false;

/** @param {PrismaPg} factory */
async function repairPrototypes(factory) {
  if (repaired) return;
  repaired = true;
  const probe = await factory.connect();
  const adapter = Object.getPrototypeOf(probe);
  sendScriptsWhole(adapter);
  mapCatalogueChar(Object.getPrototypeOf(adapter));
  await probe.dispose();
}

/** Upstream splits scripts at every ";", function bodies included; the native engine sends one simple query. @param {any} adapter */
function sendScriptsWhole(adapter) {
  adapter.executeScript = async function (/** @type {string} */ script) {
    try {
      await this.client.query(script);
    } catch (error) {
      this.onError(error);
    }
  };
}

/** The catalogue's own type "char" is missing from the type map: pass it on as a character. @param {any} queryable */
function mapCatalogueChar(queryable) {
  const { performIO, queryRaw } = queryable;
  /** @type {WeakMap<object, number[]>} */
  const charColumns = new WeakMap();
  queryable.performIO = async function (/** @type {unknown} */ query) {
    const result = await performIO.call(this, query);
    const columns = (result.fields ?? []).flatMap((/** @type {any} */ field, /** @type {number} */ index) => (field.dataTypeID === POSTGRES_CHAR ? [index] : []));
    for (const index of columns) result.fields[index].dataTypeID = POSTGRES_VARCHAR;
    if (columns.length > 0) charColumns.set(result.rows, columns);
    return result;
  };
  queryable.queryRaw = async function (/** @type {unknown} */ query) {
    const result = await queryRaw.call(this, query);
    for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = PRISMA_CHARACTER;
    return result;
  };
}

/** Upstream drops the shadow database before it has closed its own connections to it. @param {any} connection */
async function openShadowDatabase(connection) {
  const database = `prisma_shadow_${crypto.randomUUID()}`;
  const admin = await new PrismaPg(connection).connect();
  await admin.executeScript(`CREATE DATABASE "${database}"`);
  const shadow = await new PrismaPg({ ...connection, database }).connect();
  const close = shadow.dispose.bind(shadow);
  shadow.dispose = async () => {
    await close();
    await admin.executeScript(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
    await admin.dispose();
  };
  return shadow;
}
