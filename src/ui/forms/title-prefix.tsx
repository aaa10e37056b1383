"use client";

import { useEffect } from "react";

/** Says already in the title of the tab, which a screen reader reads first, that something must be put right. */
export function TitlePrefix({ prefix, occasion }: { readonly prefix: string; readonly occasion?: unknown }) {
  useEffect(() => {
    const title = document.title;
    document.title = prefix + title;
    return () => {
      if (document.title === prefix + title) document.title = title;
    };
  }, [prefix, occasion]);
  return null;
}
