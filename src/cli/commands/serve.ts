import { once } from 'node:events';
import type { Lang } from '../../model/index.js';
import { translator } from '../../report/translate.js';
import { status } from '../exit.js';
import { readPage, type Host } from '../host.js';
import { writeResult } from '../output/output.js';
import { createPageServer, listen } from './page-server.js';
import { UsageError } from '../usage-error.js';

export interface ServeCommand {
  port: number;
  /** Write the page to this file instead of serving it. */
  save?: string;
  lang: Lang;
}

async function open(server: ReturnType<typeof createPageServer>, port: number): Promise<string> {
  try {
    return await listen(server, port);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UsageError('usage.cannotListen', { port, detail });
  }
}

/** `gouji serve`: the self-check page on this computer, until it is interrupted; or the page as a file. */
export async function serveCommand({ port, save, lang }: ServeCommand, host: Host): Promise<number> {
  const t = translator(lang);
  const page = readPage(host);
  if (page === null) throw new UsageError('usage.noPage');
  if (save !== undefined) {
    await writeResult(save, page);
    process.stderr.write(`${t('serve.saved', { path: save })}\n`);
    return status.clean;
  }
  const server = createPageServer(page);
  const address = await open(server, port);
  process.stdout.write(`${t('serve.address', { address })}\n`);
  process.stderr.write(`${t('serve.stop')}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  server.close();
  server.closeAllConnections();
  return status.clean;
}
