import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPageServer, listen } from './page-server.js';
import { run } from '../program.js';

const folder = mkdtempSync(join(tmpdir(), 'gouji-serve-'));
const built = join(folder, 'built.html');
writeFileSync(built, '<!doctype html><title>自查</title>');

const serve = (args: string[], page = built) => {
  const nowhere = new URL('nowhere', import.meta.url);
  const host = { version: '0', worker: nowhere, code: nowhere, defaults: nowhere, page: pathToFileURL(page) };
  return run(['serve', ...args], host);
};

describe('gouji serve', () => {
  let out = '';
  let log = '';
  beforeEach(() => {
    out = log = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((log += String(text)), true));
  });
  afterEach(() => void vi.restoreAllMocks());
  afterAll(() => rmSync(folder, { recursive: true }));

  test('serves the page until it is interrupted', async () => {
    const ended = serve(['--port', '0']);
    await vi.waitUntil(() => out.endsWith('\n'));
    const address = /^自查页面：(http:\/\/127\.0\.0\.1:\d+\/)\n$/.exec(out)?.[1] ?? '';
    expect(await (await fetch(address)).text()).toBe(readFileSync(built, 'utf8'));
    process.emit('SIGTERM');
    expect(await ended).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });

  test('saves the page as a file', async () => {
    const saved = join(folder, '内网', 'page.html');
    expect(await serve(['--save', saved])).toBe(0);
    expect(readFileSync(saved)).toEqual(readFileSync(built));
    expect({ out, log }).toEqual({ out: '', log: `已写入 ${saved}，可放到内网网站或直接用浏览器打开。\n` });
  });

  test('says that there is no page yet', async () => {
    expect(await serve([], join(folder, 'none.html'))).toBe(2);
    expect(log).toBe('错误：自查页面尚未生成，请先运行 npm run build。\n');
  });

  test('says that the port is taken, and what to do', async () => {
    const server = createPageServer('');
    const port = new URL(await listen(server, 0)).port;
    expect(await serve(['--port', port, '--lang', 'en'])).toBe(2);
    expect(log).toContain(`Cannot use port ${port} (listen EADDRINUSE`);
    expect(log).toContain('Choose another with --port');
    server.close();
  });
});
