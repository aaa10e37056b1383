import { FORGOTTEN } from "./device-store";
import type { Keeper } from "./keeper";

type Saving = { flush: (mayOutlivePage?: boolean) => Promise<void>; isBusy: () => boolean; hold: () => void };

/**
 * What a page with unsaved words listens to: it is hidden or left (save now, it may not come back), it is seen again or the
 * network is back (do not wait for the next attempt), and its writer signs out (what waits to be copied is dropped).
 */
export function listenToPage(saver: Pick<Saving, "flush">, keeper: Pick<Keeper<unknown>, "flush" | "drop">, writerId: string): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const leave = () => {
    keeper.flush();
    void saver.flush(true);
  };
  const comeBack = () => void saver.flush();
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? leave() : comeBack()), { signal });
  window.addEventListener("pagehide", leave, { signal });
  window.addEventListener("online", comeBack, { signal });
  window.addEventListener(FORGOTTEN, (event) => (event as CustomEvent<string>).detail === writerId && keeper.drop(), { signal });
  return () => stop.abort();
}

/** A form that is sent while a save is under way would carry the version before it, so it waits for the answer. */
export function sendInTurn(form: HTMLFormElement | null | undefined, saver: Saving): () => void {
  const stop = new AbortController();
  form?.addEventListener(
    "submit",
    (event) => {
      if (!saver.isBusy()) return saver.hold();
      event.preventDefault();
      event.stopPropagation();
      const { submitter } = event;
      // Not before this event is over: until then the browser takes no other sending of the form.
      void saver.flush().then(() => setTimeout(() => form.requestSubmit(submitter)));
    },
    { capture: true, signal: stop.signal },
  );
  return () => stop.abort();
}
