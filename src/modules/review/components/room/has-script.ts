"use client";

import { useSyncExternalStore } from "react";

/** Whether scripts run: not while the page is drawn on the server, so that nothing is offered that cannot answer. */
export const useHasScript = () => useSyncExternalStore(nothingChanges, () => true, () => false);

const nothingChanges = () => () => undefined;
