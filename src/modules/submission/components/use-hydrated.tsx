"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the script of the page runs: buttons that need it are not shown before. */
export const useHydrated = (): boolean => useSyncExternalStore(never, () => true, () => false);
