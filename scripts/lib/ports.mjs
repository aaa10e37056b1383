import { createServer } from "node:net";

/**
 * Whether a server could listen there now.
 *
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
export async function portIsFree(port, host) {
  return (await listenOnce(port, host)) !== undefined;
}

/**
 * The wanted port, or the next free one after it; 0 asks for any.
 *
 * @param {number} wanted
 * @param {{host?: string, tries?: number}} [options]
 */
export async function freePort(wanted, { host = "127.0.0.1", tries = 50 } = {}) {
  for (let port = wanted; port < wanted + tries; port++) {
    const found = await listenOnce(port, host);
    if (found !== undefined) return found;
  }
  throw new Error(`No free port between ${wanted} and ${wanted + tries}.`);
}

/** @param {number} port @param {string} host @returns {Promise<number | undefined>} */
function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(undefined);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}
