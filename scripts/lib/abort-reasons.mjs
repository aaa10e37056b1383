// React ends every page by aborting a controller with an error that nobody reads. Until somebody does, V8 keeps the frames
// of its stack; one of them holds the timer that ran it, that one those that ran beside it, and each the whole page it ran
// for: pages that were finished long ago keep each other in memory (https://github.com/react/react/issues/37288).

/** From now on the stack of an abort's reason is read at once, which turns its frames into text and lets go of them. */
export function releaseAbortReasons() {
  const { abort } = AbortController.prototype;
  AbortController.prototype.abort = function (reason) {
    abort.call(this, reason);
    void this.signal.reason?.stack;
  };
}
