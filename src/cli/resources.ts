import { fileURLToPath } from 'node:url';
import type { Defaults } from '../audit.js';
import { readCompiled } from '../compiled.js';
import type { NoticeTemplate } from '../report/notice/template.js';
import type { YamlSource } from '../rules/index.js';
import { readNeededFile } from './regular-file.js';
import { UsageError } from './usage-error.js';

/** A rules file and what it includes; a file that cannot be read is a mistake of the command. */
export async function readRules(file: string): Promise<YamlSource[]> {
  const { readRuleSources } = await import('../defaults.js');
  try {
    return readRuleSources(file);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UsageError('usage.cannotRead', { path: file, detail });
  }
}

/** The template of the notice that the office edited. */
async function readNotice(file: string): Promise<NoticeTemplate> {
  const { loadNotice } = await import('../notice.js');
  const bytes = await readNeededFile(file);
  return loadNotice({ name: file, text: bytes.toString('utf8') });
}

/**
 * What an audit needs: the defaults as the build left them, or read anew where they were edited since, with the rules files on top
 * and the template of the notice in place of the shipped one.
 * @throws YamlError with every mistake of the files
 */
export async function loadResources(
  compiled: URL,
  ruleFiles: readonly string[] = [],
  noticeFile?: string,
): Promise<Defaults> {
  const kept = readCompiled(fileURLToPath(compiled)) ?? (await import('../defaults.js')).loadDefaults();
  const notice = noticeFile === undefined ? kept.notice : await readNotice(noticeFile);
  if (ruleFiles.length === 0) return { ...kept, notice };
  const { loadRules } = await import('../rules/index.js');
  const sources = await Promise.all(ruleFiles.map(readRules));
  return { ...kept, notice, rules: loadRules(sources.flat(), kept.forms, kept.rules) };
}
