/**
 * Where a device keeps words that the server has not acknowledged. Several people may use one device, as in a health centre,
 * so every key begins with its writer: nobody else is offered the words, and they leave the device with their writer.
 *
 * IndexedDB and not `localStorage`: that one reaches the disk seconds later, and a browser that is killed while somebody types
 * loses it. `strict` asks for the disk before a write counts as done. A browser that stores nothing (private windows, full
 * disks) loses the comfort, never the page.
 */
export type CopyKey = { writerId: string; /** What the words belong to, as `answer.INV-….ringkasan`. */ place: string };

export type DeviceCopy = { value: unknown; at: string };

const COPIES = "copies";

/** Stores a copy (null: removes it). Out: whether the device has done so. */
export async function keepCopy({ writerId, place }: CopyKey, value: unknown): Promise<boolean> {
  return act((copies) => {
    if (value === null) copies.delete([writerId, place]);
    else copies.put({ value, at: new Date().toISOString() } satisfies DeviceCopy, [writerId, place]);
  }).then(() => true, () => false);
}

/**
 * What the device keeps of one person at one place; null when there is nothing, or nothing that `isFind`. It is moved to a place
 * of its own and stays there until it is removed, so that what is typed from now on does not take its place.
 */
export async function findCopy({ writerId, place }: CopyKey, isFind: (value: unknown) => boolean): Promise<DeviceCopy | null> {
  const aside = foundAt({ writerId, place });
  const old = oldCopy({ writerId, place });
  let found: DeviceCopy | null = null;
  const look = (copies: IDBObjectStore) => {
    const fresh = copies.get([writerId, place]) as IDBRequest<DeviceCopy | undefined>;
    const earlier = copies.get([writerId, aside.place]) as IDBRequest<DeviceCopy | undefined>;
    earlier.onsuccess = () => {
      const latest = fresh.result ?? old;
      copies.delete([writerId, place]);
      if (latest && isFind(latest.value)) copies.put((found = latest), [writerId, aside.place]);
      else if (earlier.result && isFind(earlier.result.value)) found = earlier.result;
      else copies.delete([writerId, aside.place]);
    };
  };
  const isMoved = await act(look).then(() => true, () => false);
  if (isMoved) forgetOld((key) => key === oldKeyOf({ writerId, place }));
  return found;
}

/** Removes what was found: it has been used, or is not wanted. */
export const dropFound = (key: CopyKey): Promise<boolean> => keepCopy(foundAt(key), null);

/** Removes all of one place: it was sent. Whoever looks there from now on finds nothing, also in the same moment. */
export async function forgetPlace(key: CopyKey): Promise<void> {
  forgetOld((old) => old === oldKeyOf(key));
  const forget = (copies: IDBObjectStore) => {
    for (const { writerId, place } of [key, foundAt(key)]) copies.delete([writerId, place]);
  };
  await act(forget).catch(() => undefined);
}

const foundAt = ({ writerId, place }: CopyKey): CopyKey => ({ writerId, place: `${place}.ditemukan` });

/** Takes from this device what it keeps for one person, and nothing of anybody else. */
export async function forgetCopiesOf(writerId: string): Promise<void> {
  forgetOld((key) => key.startsWith(oldKeysOf(writerId)));
  window.dispatchEvent(new CustomEvent(FORGOTTEN, { detail: writerId }));
  await act((copies) => void copies.delete(IDBKeyRange.bound([writerId], [writerId, []]))).catch(() => undefined);
}

/** Told to pages that are about to write: the words leave with their writer. */
export const FORGOTTEN = "sinovik:forgotten";

async function act(ask: (copies: IDBObjectStore) => void): Promise<void> {
  const database = await opened();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(COPIES, "readwrite", { durability: "strict" });
    ask(transaction.objectStore(COPIES));
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("Nothing was stored."));
  });
}

let opening: Promise<IDBDatabase> | null = null;

function opened(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("sinovik", 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(COPIES);
    request.onerror = () => reject(request.error ?? new Error("There is no store."));
    request.onsuccess = () => {
      request.result.onclose = () => (opening = null);
      resolve(request.result);
    };
  });
  opening.catch(() => (opening = null));
  return opening;
}

/* Copies of before: in `localStorage`, answers only. They are still offered, and go as they are used or dropped. */

const oldKeysOf = (writerId: string) => `sinovik.answer.${writerId}.`;
const oldKeyOf = ({ writerId, place }: CopyKey) => place.replace(/^answer\./, oldKeysOf(writerId));

function oldCopy(key: CopyKey): DeviceCopy | null {
  try {
    const copy = JSON.parse(localStorage.getItem(oldKeyOf(key)) ?? "null") as { body?: unknown; at?: unknown } | null;
    return typeof copy?.body === "string" && typeof copy.at === "string" ? { value: copy.body, at: copy.at } : null;
  } catch {
    return null;
  }
}

function forgetOld(isMeant: (key: string) => boolean): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, place) => localStorage.key(place) ?? "");
    for (const key of keys) if (isMeant(key)) localStorage.removeItem(key);
  } catch {
    // A browser that lets nothing be stored has kept nothing either.
  }
}
