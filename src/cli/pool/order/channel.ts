/** Hands values over one by one to one reader. */
export interface Channel<T> {
  values: AsyncIterable<T>;
  /** Waits until the value is dealt with, or the reader reads no more. */
  put: (value: T) => Promise<void>;
  end: () => void;
}

export function channel<T>(): Channel<T> {
  let offered: { value: T; taken: () => void } | null = null;
  let ended = false;
  let wake = () => {};
  async function* read(): AsyncGenerator<T> {
    try {
      for (;;) {
        if (offered !== null) {
          const { value, taken } = offered;
          offered = null;
          try {
            yield value;
          } finally {
            taken();
          }
        } else if (ended) return;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      ended = true;
    }
  }
  return {
    values: read(),
    put: (value) =>
      new Promise((taken) => {
        if (ended) {
          taken();
          return;
        }
        offered = { value, taken };
        wake();
      }),
    end: () => {
      ended = true;
      wake();
    },
  };
}
