import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Defaults } from '../audit/audit.js';
import { loadNotice } from './notice.js';
import { packageRoot } from './package-root.js';
import { loadForm } from '../form/load.js';
import { loadDefinitions } from '../indicators/definitions.js';
import type { FormEdition, IndicatorDefinitions } from '../model/index.js';
import { readYaml } from '../yaml/read.js';
import type { YamlSource } from '../yaml/source.js';
import type { Lexicon } from '../extract/narrative/lexicon/lexicon.js';
import { parseLexicon } from '../extract/narrative/lexicon/parse-lexicon.js';
import { vocabularySchema, type Vocabulary } from '../extract/vocabulary.js';
import { parseRegisterVocabulary, type RegisterVocabulary } from '../register/index.js';
import { catalogueSchema, type Catalogue } from '../workbench/catalogue.js';
import type { NoticeTemplate } from '../report/notice/template.js';
import { loadRules, type RuleSet } from '../rules/index.js';

const root = packageRoot(dirname(fileURLToPath(import.meta.url)));

/** The official form editions, oldest first. */
export function loadForms(): FormEdition[] {
  const folder = join(root, 'forms');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => loadForm(sourceOf(`forms/${name}`)));
}

/** A file of the package. */
const sourceOf = (name: string): YamlSource => ({ name, text: readFileSync(join(root, name), 'utf8') });

/** A file of rules and the files that it includes, in order, none inside itself. Throws when one cannot be read. */
export function readRuleSources(
  path: string,
  name = path,
  seen: ReadonlySet<string> = new Set(),
): YamlSource[] {
  if (!statSync(path).isFile()) throw new Error('no regular file');
  const text = readFileSync(path, 'utf8');
  const includes = includesOf(text)
    .map((each) => ({ file: resolve(dirname(path), each), own: join(dirname(name), each) }))
    .filter(({ file }) => existsSync(file) && !seen.has(file))
    .flatMap(({ file, own }) => readRuleSources(file, own, new Set([...seen, resolve(path)])));
  return [{ name, text }, ...includes];
}

/** The `include` list of a file, as far as it can be read; mistakes in it are for `loadRules` to report. */
function includesOf(text: string): string[] {
  if (!/^include:/m.test(text)) return [];
  try {
    const { include } = parse(text) as { include?: unknown };
    return Array.isArray(include) ? include.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** The files of the default rules. */
export function readDefaultRules(): YamlSource[] {
  return readRuleSources(join(root, 'rules.yaml'), 'rules.yaml');
}

/** The default rule set, with overlays on top of it if any. */
export function loadDefaultRules(
  forms: readonly FormEdition[] = loadForms(),
  overlays: YamlSource[] = [],
): RuleSet {
  return loadRules(overlays, forms, loadRules(readDefaultRules(), forms));
}

/** Words by which title, agency and the page around the report are recognised. */
export function loadVocabulary(): Vocabulary {
  const { cities } = vocabularySchema.shape;
  return {
    ...readYaml(sourceOf('vocabulary/recognition.yaml'), vocabularySchema.omit({ cities: true })).data,
    cities: readYaml(sourceOf('vocabulary/cities.yaml'), cities).data,
  };
}

/** Vocabulary and grammar of the prose. */
export function loadLexicon(): Lexicon {
  return parseLexicon(sourceOf('vocabulary/lexicon.yaml'));
}

/** Heads and values of registers, and the cells that they fill. */
export function loadRegisterVocabulary(forms: readonly FormEdition[] = loadForms()): RegisterVocabulary {
  return parseRegisterVocabulary(sourceOf('vocabulary/register.yaml'), forms);
}

/** The checks that the field asks for and what the shipped rules make of them. */
export function loadCatalogue(): Catalogue {
  return readYaml(sourceOf('rules/about/catalogue.yaml'), catalogueSchema).data;
}

/** The rectification notice as shipped. */
export function loadDefaultNotice(): NoticeTemplate {
  return loadNotice(sourceOf('templates/notice.yaml'));
}

/** The indicators as shipped. */
export function loadDefaultIndicators(forms: readonly FormEdition[] = loadForms()): IndicatorDefinitions {
  return loadDefinitions(sourceOf('templates/indicators.yaml'), forms);
}

/** Everything that an audit needs, read from the YAML files. */
export function loadDefaults(): Defaults {
  const forms = loadForms();
  return {
    forms,
    vocabulary: loadVocabulary(),
    lexicon: loadLexicon(),
    rules: loadDefaultRules(forms),
    notice: loadDefaultNotice(),
    registers: loadRegisterVocabulary(forms),
  };
}
