import type { Reply, Waiver } from '../../../model/index.js';
import type { Issued } from './review.js';
import type { Sender } from '../requests.js';

/** What the browser keeps of the office's work. Nothing of a report but the fingerprints of its findings. */
export interface Kept {
  decisions: Waiver[];
  replies: Reply[];
  issued: Issued[];
  sender: Sender;
  reviewer: string;
}

export interface Memory {
  /** What was kept; empty where the browser keeps nothing. */
  recall: () => Promise<Partial<Kept>>;
  keep: <Name extends keyof Kept>(name: Name, value: Kept[Name]) => void;
  wipe: () => Promise<void>;
  /** The browser keeps nothing, as in a private window. */
  isForgetful: () => boolean;
}

const database = 'gouji';
const store = 'desk';

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });

/** The database of the page. From disk (`file:`) browsers share it among all pages from disk, or have none. */
export function openMemory(): Memory {
  let forgetful = false;
  const open = async (): Promise<IDBDatabase | null> => {
    try {
      const request = indexedDB.open(database, 1);
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore(store));
      return await settled(request);
    } catch {
      forgetful = true;
      return null;
    }
  };
  const opened = open();
  return {
    async recall() {
      const own = await opened;
      if (own === null) return {};
      const shelf = own.transaction(store).objectStore(store);
      const [names, values] = await Promise.all([settled(shelf.getAllKeys()), settled(shelf.getAll())]);
      return Object.fromEntries(names.map((name, index) => [name as string, values[index] as unknown]));
    },
    keep(name, value) {
      void opened.then((own) => own?.transaction(store, 'readwrite').objectStore(store).put(value, name));
    },
    async wipe() {
      const own = await opened;
      if (own !== null) await settled(own.transaction(store, 'readwrite').objectStore(store).clear());
    },
    isForgetful: () => forgetful,
  };
}
