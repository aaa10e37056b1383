"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the script of the page runs: what needs it is not shown before, so that nothing is offered that cannot answer. */
export const useScript = (): boolean => useSyncExternalStore(never, () => true, () => false);
