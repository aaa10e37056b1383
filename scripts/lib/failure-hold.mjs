// Holds back an answer that may not be the best that a person can be told until we know it.

/** @typedef {import("node:http").ServerResponse} Response */

/**
 * From here on, an answer whose status is doubtful is kept aside when it begins, and at its end `replace` decides by its
 * body: true means that it has sent another answer itself, false lets the held one go.
 *
 * @param {Response} response
 * @param {(body: Buffer) => Promise<boolean>} replace
 * @param {(status: number) => boolean} isDoubtful
 * @returns {(send: () => void) => void} answers now with what `send` sends; whatever the application says later is dropped
 */
export function holdDoubtful(response, replace, isDoubtful) {
  const { writeHead, write, end, flushHeaders } = response;
  const restore = () => Object.assign(response, { writeHead, write, end, flushHeaders });
  const { isHeld, keep, body } = keptAside(response, isDoubtful);

  Object.assign(response, {
    writeHead(/** @type {number} */ status, /** @type {any[]} */ ...rest) {
      if (!isHeld(status)) return writeHead.call(response, status, ...rest);
      response.statusCode = status;
      setHeaders(response, rest.at(-1));
      return response;
    },
    write(/** @type {any} */ chunk, /** @type {any[]} */ ...rest) {
      if (!isHeld()) return write.apply(response, /** @type {any} */ ([chunk, ...rest]));
      keep(chunk, rest[0]);
      callbackIn(rest)?.();
      return true;
    },
    end(/** @type {any[]} */ ...args) {
      if (!isHeld()) return end.apply(response, /** @type {any} */ (args));
      keep(args[0], args[1]);
      const callback = callbackIn(args);
      if (callback) response.once("finish", callback);
      restore();
      void release(response, body(), replace);
      return response;
    },
    flushHeaders() {
      if (!isHeld()) flushHeaders.call(response);
    },
  });

  return (send) => {
    restore();
    send();
    ignoreFromNowOn(response);
  };
}

/** Whether an answer is kept aside, which is decided when it begins, and what has come of its body. @param {Response} response @param {(status: number) => boolean} isDoubtful */
function keptAside(response, isDoubtful) {
  /** @type {Buffer[] | undefined} */
  let held;
  return {
    isHeld(status = response.statusCode) {
      if (!held && isDoubtful(status) && !response.headersSent) held = [];
      return held !== undefined;
    },
    /** @param {any} chunk @param {any} encoding */
    keep: (chunk, encoding) => void held?.push(...bytesOf(chunk, encoding)),
    body: () => Buffer.concat(held ?? []),
  };
}

/** @param {Response} response @param {Buffer} body @param {(body: Buffer) => Promise<boolean>} replace */
async function release(response, body, replace) {
  const isReplaced = response.destroyed || (await replace(body));
  if (!isReplaced && !response.writableEnded) response.end(body);
}

/** @param {Response} response */
function ignoreFromNowOn(response) {
  const itself = () => response;
  const nothing = () => {};
  Object.assign(response, { writeHead: itself, write: () => true, end: itself, flushHeaders: nothing, setHeader: itself, appendHeader: itself, removeHeader: nothing });
}

/** @param {Response} response @param {unknown} headers an object, pairs, or names and values in turn */
function setHeaders(response, headers) {
  if (!headers || typeof headers !== "object") return;
  for (const [name, value] of Array.isArray(headers) ? pairsOf(headers) : Object.entries(headers)) {
    if (value !== undefined) response.setHeader(name, value);
  }
}

/** @param {any[]} list @returns {any[][]} */
function pairsOf(list) {
  if (Array.isArray(list[0])) return list;
  return list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1]]] : []));
}

/** @param {any} chunk @param {any} encoding @returns {Buffer[]} */
function bytesOf(chunk, encoding) {
  if (chunk === undefined || chunk === null || typeof chunk === "function") return [];
  if (typeof chunk !== "string") return [Buffer.from(chunk)];
  return [Buffer.from(chunk, typeof encoding === "string" ? /** @type {BufferEncoding} */ (encoding) : "utf8")];
}

/** @param {any[]} args @returns {(() => void) | undefined} */
const callbackIn = (args) => args.find((arg) => typeof arg === "function");
