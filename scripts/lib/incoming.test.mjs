import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { endWhenStalled } from "./incoming.mjs";

const server = createServer(async (request, response) => {
  endWhenStalled(request, 500);
  const parts = await request.toArray().catch(() => []);
  response.end(String(Buffer.concat(parts).length));
});
afterEach(() => server.close().closeAllConnections());

test("a text that has stopped coming loses its connection, and one that goes on coming slowly does not", async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const send = () => {
    const line = connect(port, "127.0.0.1");
    line.on("error", () => {}).write("POST /kirim HTTP/1.1\r\nhost: x\r\ncontent-length: 150\r\n\r\n");
    return line;
  };
  const stopped = send().resume();
  const slow = send();
  const drip = setInterval(() => slow.write("a"), 10);
  await once(stopped, "close");
  const [answer] = await once(slow, "data");
  clearInterval(drip);
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200/);
});
