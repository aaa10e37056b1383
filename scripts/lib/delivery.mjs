// Answers that are made and not read yet. Their readers are slow, or do not mean to read at all: they keep no place of those
// at work, the application does not wait for them, and when they are too many the one that has taken longest is given up.

/** A page is 200 kB at most, and what the network itself takes at once is not counted. */
const MOST_UNREAD = 256;

/**
 * @param {number} [most] how many answers may be under way to their readers
 * @returns {(response: import("node:http").ServerResponse, made: () => void) => void} from here on the response takes all that
 *   is written to it, and `made` is called when its end is
 */
export function delivery(most = MOST_UNREAD) {
  /** @type {Set<import("node:http").ServerResponse>} longest first */
  const unread = new Set();

  /** @param {import("node:http").ServerResponse} response */
  const sendOff = (response) => {
    if (response.destroyed) return;
    unread.add(response);
    response.once("close", () => unread.delete(response));
    const [slowest] = unread;
    if (unread.size > most) slowest?.req.socket.destroy();
  };
  return (response, made) => {
    const { write, end } = response;
    Object.assign(response, {
      write(/** @type {any[]} */ ...args) {
        write.apply(response, /** @type {any} */ (args));
        return true;
      },
      end(/** @type {any[]} */ ...args) {
        end.apply(response, /** @type {any} */ (args));
        made();
        sendOff(response);
        return response;
      },
    });
  };
}
