const shared = globalThis as typeof globalThis & { sinovikResets?: Set<() => void> };

/** Files of one process share the modules of `tests/support`: what these count begins anew with each file, as its database does. */
export function forEachFile(reset: () => void): void {
  (shared.sinovikResets ??= new Set()).add(reset);
}

/** Done before a file's own tests. */
export function beginAnew(): void {
  shared.sinovikResets?.forEach((reset) => reset());
}
