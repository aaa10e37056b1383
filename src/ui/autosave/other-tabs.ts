import type { CopyKey } from "./device-store";

type Said = "begun" | "also";

/**
 * Tabs in which one form is filled in twice share one copy on the device, and the later key wins there. This tells both of them,
 * once each: `onOther` when something is typed here and in another tab. A browser without channels says nothing.
 */
export function listenToOtherTabs({ writerId, place }: CopyKey, onOther: () => void): { typed: (hasTyped: boolean) => void; stop: () => void } {
  if (typeof BroadcastChannel === "undefined") return { typed: () => undefined, stop: () => undefined };
  const channel = new BroadcastChannel(`sinovik.${writerId}.${place}`);
  let hasTyped = false;
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (!hasTyped) return;
    onOther();
    if (data === "begun") channel.postMessage("also" satisfies Said);
  };
  return {
    typed(now) {
      if (now && !hasTyped) channel.postMessage("begun" satisfies Said);
      hasTyped = now;
    },
    stop: () => channel.close(),
  };
}
