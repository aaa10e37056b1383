// Published results are read before anybody asks for them: at the start, and again now and then for what is new.

const EVERY_MS = 10 * 60 * 1_000;
/** While the application cannot say what there is. */
const AGAIN_MS = 30 * 1_000;

/** @param {import("node:http").Server} server @param {import("./public-cache.mjs").PublicCache} cache */
export function readAheadWhileListening(server, cache) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const round = async () => {
    const knows = await cache.readAhead();
    if (server.listening) timer = setTimeout(round, knows ? EVERY_MS : AGAIN_MS).unref();
  };
  server.once("listening", () => void round());
  server.once("close", () => clearTimeout(timer));
}
