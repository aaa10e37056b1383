import { AsyncLocalStorage } from "node:async_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, test } from "vitest";
import { releaseAbortReasons } from "./abort-reasons.mjs";

const { abort } = AbortController.prototype;
afterEach(() => void (AbortController.prototype.abort = abort));

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

describe("releaseAbortReasons", () => {
  test("lets go of what an aborted page was made of while its controller lives on", async () => {
    releaseAbortReasons();
    const { page, controllers } = await abortedInAPage(() => new Error("done"));
    expect(controllers[0]?.signal.reason.message).toBe("done");
    await expect.poll(() => (collectGarbage(), page.deref())).toBeUndefined();
    expect(controllers).toHaveLength(1);
  });

  test("leaves the reason as it was given, whatever it is", () => {
    releaseAbortReasons();
    for (const reason of ["a text", 0, null, Symbol("x"), new Error("y")]) {
      const controller = new AbortController();
      controller.abort(reason);
      expect(controller.signal.reason).toBe(reason);
    }
    const controller = new AbortController();
    controller.abort();
    expect(controller.signal.reason.name).toBe("AbortError");
  });
});

/** @param {() => unknown} reasonOf */
async function abortedInAPage(reasonOf) {
  const requests = new AsyncLocalStorage();
  /** @type {AbortController[]} */
  const controllers = [];
  const page = new WeakRef({ html: "x" });
  await new Promise((resolve) => requests.run(page.deref(), () => setImmediate(() => {
    const controller = new AbortController();
    controller.abort(reasonOf());
    controllers.push(controller);
    resolve(undefined);
  })));
  await new Promise((resolve) => setTimeout(resolve, 10));
  return { page, controllers };
}
