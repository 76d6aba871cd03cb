import { YamlError, type Problem } from '../../../yaml/problem.js';
import { readYaml } from '../../../yaml/read.js';
import type { ParsedSource, Path, YamlSource } from '../../../yaml/source.js';
import { suggest } from '../../../yaml/suggest.js';
import { lexiconSchema, type LexiconData } from './lexicon-schema.js';
import { compileLexicon, type Lexicon } from './lexicon.js';

/** Aspects that the file uses but does not define. */
function dangling(data: LexiconData, source: ParsedSource): Problem[] {
  const known = Object.keys(data.aspects);
  const unknown = (list: readonly string[], path: Path) =>
    list
      .filter((id) => !Object.hasOwn(data.aspects, id))
      .map((value) => source.problem('unknown-aspect', path, { value }, suggest(value, known)));
  return [
    ...unknown(data.stages, ['stages']),
    ...unknown([...Object.keys(data.kinds), ...Object.values(data.kinds)], ['kinds']),
    ...unknown([data.listed], ['listed']),
    ...unknown(data.closings, ['closings']),
    ...unknown(data.waiting, ['waiting']),
    ...unknown(data.failures, ['failures']),
    ...unknown(Object.values(data.carry), ['carry']),
    ...Object.entries(data.topics).flatMap(([id, each]) => [
      ...unknown(Object.keys(each.aspects), ['topics', id, 'aspects']),
      ...unknown(each.implied ?? [], ['topics', id, 'implied']),
      ...unknown(each.onlyDisclosure ?? [], ['topics', id, 'onlyDisclosure']),
    ]),
  ];
}

/**
 * Reads a lexicon file.
 * @throws YamlError with every mistake and its place
 */
export function parseLexicon(text: YamlSource): Lexicon {
  const { data, source } = readYaml(text, lexiconSchema);
  const problems = dangling(data, source);
  if (problems.length > 0) throw new YamlError(problems);
  return compileLexicon(data);
}
