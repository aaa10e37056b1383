// One connection, one request at a time. Node begins every request that somebody sends ahead of the answers to earlier ones,
// and tells of the end of an answer only when it was that answer's turn to be sent: of the others nobody would hear again.

/** Browsers and proxies send nothing ahead; a program may, a little. */
const LONGEST_LINE = 16;

/**
 * @param {import("node:http").RequestListener} handle
 * @returns {import("node:http").RequestListener} which calls `handle` for the requests of one connection one after the other
 */
export function inTurn(handle) {
  /** @type {WeakMap<import("node:net").Socket, import("node:http").ServerResponse[]>} those of one connection not yet answered */
  const lines = new WeakMap();

  return (request, response) => {
    const { socket } = request;
    const line = (lines.get(socket) ?? []).filter(({ destroyed }) => !destroyed);
    const before = line.at(-1);
    if (line.push(response) > LONGEST_LINE) return void socket.destroy();
    lines.set(socket, line);
    if (!before) return handle(request, response);
    before.once("close", () => {
      if (!socket.destroyed) handle(request, response);
    });
  };
}
