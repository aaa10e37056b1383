"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** What a script sends: some criteria, each with its mark (null: taken back) and remark. */
export type Part = { marks: Record<string, number | null>; remarks: Record<string, string>; remark?: string };

export type SaveState =
  | { kind: "idle" | "saving" | "waiting" }
  | { kind: "saved"; at: Date }
  /** The server said no, in its own words; saving stops until the page is loaded again. */
  | { kind: "failed"; because: string };

type Autosave = { address: string; assignmentId: string; version: number; read: (keys: string[]) => Part | null };

const RETRY_MILLISECONDS = 5_000;

/**
 * Sends changed criteria one after another, never two at a time, each with the version the last answer gave. Only an
 * answer of the server makes the state "saved".
 */
export function useAutosave({ address, assignmentId, version, read }: Autosave) {
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const [current, setCurrent] = useState(version);
  const work = useRef({ changed: new Set<string>(), running: null as Promise<void> | null, version, stopped: false });

  const sendOne = useCallback(async (keys: string[]): Promise<boolean> => {
    const part = read(keys);
    if (!part) return true;
    setState({ kind: "saving" });
    const answer = await post(address, { assignmentId, version: work.current.version, ...part });
    if (answer === null) {
      for (const key of keys) work.current.changed.add(key);
      setState({ kind: "waiting" });
      return false;
    }
    if (!answer.ok) {
      work.current.stopped = true;
      setState({ kind: "failed", because: answer.message });
      return false;
    }
    work.current.version = answer.version;
    setCurrent(answer.version);
    setState({ kind: "saved", at: new Date(answer.savedAt) });
    return true;
  }, [address, assignmentId, read]);

  const settle = useCallback((): Promise<void> => {
    const { current: now } = work;
    now.running ??= (async () => {
      while (now.changed.size > 0 && !now.stopped) {
        const keys = [...now.changed];
        now.changed.clear();
        if (!(await sendOne(keys))) break;
      }
    })().finally(() => {
      now.running = null;
    });
    return now.running;
  }, [sendOne]);

  const change = useCallback((key: string) => work.current.changed.add(key), []);
  const isBusy = useCallback(() => work.current.running !== null || (work.current.changed.size > 0 && !work.current.stopped), []);

  const latest = useCallback(() => work.current.version, []);

  useEffect(() => {
    if (state.kind !== "waiting") return;
    const timer = setTimeout(() => void settle(), RETRY_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [state, settle]);

  return { state, version: current, change, settle, isBusy, latest };
}

type Answer = { ok: true; version: number; savedAt: string } | { ok: false; message: string };

/** Null when the server could not be reached or was not itself. */
async function post(address: string, body: object): Promise<Answer | null> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      keepalive: true,
    });
    if (response.status >= 500) return null;
    const said = (await response.json()) as { version: number; savedAt: string; message: string };
    return response.ok ? { ok: true, ...said } : { ok: false, message: said.message };
  } catch {
    return null;
  }
}
