import { createServer } from "node:http";
import { expect, test } from "vitest";
import { connection } from "./http.mjs";

test("an answer that breaks off is told at once, and the next one is asked for anew", async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    if (asked > 1) return void response.end("whole");
    response.writeHead(200, { "content-length": 100 });
    response.write("half", () => response.socket?.destroy());
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  const ask = connection(`http://127.0.0.1:${address.port}`);
  await expect(ask({ path: "/" })).rejects.toThrow();
  expect(String((await ask({ path: "/" })).body)).toBe("whole");
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
