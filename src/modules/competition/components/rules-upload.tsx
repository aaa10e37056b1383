"use client";

import { useRef } from "react";
import { controlClass } from "@/ui/forms/field";
import { useScript } from "@/ui/use-script";

/** Fills the box from a file of the device. Comfort only: without a script it is not offered, and the text is pasted. */
export function RulesUpload({ boxName, label, hint }: { boxName: string; label: string; hint: string }) {
  const input = useRef<HTMLInputElement>(null);
  const isScripted = useScript();
  const read = async () => {
    const file = input.current?.files?.[0];
    const box = input.current?.form?.elements.namedItem(boxName);
    if (!file || !(box instanceof HTMLTextAreaElement)) return;
    box.value = await file.text();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  if (!isScripted) return null;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor="rules-upload" className="font-semibold">{label}</label>
      <p id="rules-upload-hint" className="text-sm text-ink-muted">{hint}</p>
      <input ref={input} id="rules-upload" type="file" accept=".yaml,.yml,.json" aria-describedby="rules-upload-hint" onChange={read} className={controlClass(null)} />
    </div>
  );
}
