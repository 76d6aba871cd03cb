import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Defaults } from '../audit/audit.js';
import { readCompiled } from '../defaults/compiled.js';
import type { FormEdition } from '../model/index.js';
import type { NoticeTemplate } from '../report/notice/template.js';
import type { YamlSource } from '../rules/index.js';
import { readNeededFile } from './input/regular-file.js';
import { UsageError } from './usage-error.js';

/** A rules file and what it includes; a file that cannot be read is a mistake of the command. */
export async function readRules(file: string): Promise<YamlSource[]> {
  const { readRuleSources } = await import('../defaults/defaults.js');
  const { fileOfPack } = await import('../defaults/packs.js');
  try {
    return readRuleSources(fileOfPack(file));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UsageError('usage.cannotRead', { path: file, detail });
  }
}

/** The template of the notice that the office edited. */
async function readNotice(file: string): Promise<NoticeTemplate> {
  const { loadNotice } = await import('../defaults/notice.js');
  return loadNotice({ name: file, text: await readText(file) });
}

/**
 * What an audit needs: the defaults as the build left them, or read anew where they were edited since, with what the files say.
 * @throws YamlError with every mistake of the files
 */
export async function loadResources(compiled: URL, files: Files = {}): Promise<Defaults> {
  const kept =
    readCompiled(fileURLToPath(compiled)) ?? (await import('../defaults/defaults.js')).loadDefaults();
  const notice = files.notice === undefined ? kept.notice : await readNotice(files.notice);
  const sources = (await Promise.all((files.rules ?? []).map(readRules))).flat();
  if (files.forms !== undefined) {
    const forms = await readForms(files.forms, kept.forms);
    // The default rules anew, for they were checked and made ready for the editions that the program comes with.
    const { loadDefaultRules } = await import('../defaults/defaults.js');
    return { ...kept, notice, forms, rules: loadDefaultRules(forms, sources) };
  }
  if (sources.length === 0) return { ...kept, notice };
  const { loadRules } = await import('../rules/index.js');
  return { ...kept, notice, rules: loadRules(sources, kept.forms, kept.rules) };
}

/** Files that are said on the command line. */
export interface Files {
  /** On top of the default rules. */
  rules?: readonly string[] | undefined;
  /** In place of the shipped template of the notice. */
  notice?: string | undefined;
  /** Editions of the form besides those that the program comes with; folders stand for the YAML files in them. */
  forms?: readonly string[] | undefined;
}

async function readForms(paths: readonly string[], shipped: readonly FormEdition[]): Promise<FormEdition[]> {
  const { editionsOf, loadForm } = await import('../form/load.js');
  const files = (await Promise.all(paths.map(yamlFilesOf))).flat();
  const texts = await Promise.all(files.map(async (name) => ({ name, text: await readText(name) })));
  return editionsOf([...shipped, ...texts.map(loadForm)]);
}

async function yamlFilesOf(path: string): Promise<string[]> {
  const names = await readdir(path).catch(() => null);
  if (names === null) return [path];
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

/** A text file; one that cannot be read is a mistake of the command. */
export async function readText(path: string): Promise<string> {
  return (await readNeededFile(path)).toString('utf8');
}
