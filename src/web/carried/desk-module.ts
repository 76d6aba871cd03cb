import { payloadOf, unpacked } from './payloads.js';

let loaded: Promise<typeof import('../desk/panel.js')> | null = null;

/** The code of the desk, which who checks a single report does not need. */
export function deskModule(): Promise<typeof import('../desk/panel.js')> {
  loaded ??= (async () => {
    const payload = payloadOf('desk.js');
    if (payload === null) throw new Error('the page lacks desk.js');
    const address = URL.createObjectURL(new Blob([await unpacked(payload)], { type: 'text/javascript' }));
    return (await import(/* @vite-ignore */ address)) as typeof import('../desk/panel.js');
  })();
  return loaded;
}
