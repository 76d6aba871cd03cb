import { cellsOfForm, type CellAddress, type FormEdition } from '../../model/index.js';
import { YamlError, type Problem } from '../../yaml/problem.js';
import { readYaml } from '../../yaml/read.js';
import type { ParsedSource, Path, YamlSource } from '../../yaml/source.js';
import { suggest } from '../../yaml/suggest.js';
import { addressOf } from './cells.js';
import { namedOf } from './named.js';
import { registerVocabularySchema, valueLists, type RegisterVocabulary } from './vocabulary.js';

/**
 * Reads `vocabulary/register.yaml`.
 * @throws YamlError with every mistake and its place
 */
export function parseRegisterVocabulary(text: YamlSource, forms: readonly FormEdition[]): RegisterVocabulary {
  const { data, source } = readYaml(text, registerVocabularySchema);
  const known = new Set(forms.flatMap(cellsOfForm).map(({ address }) => address));
  const problems = [
    ...Object.entries(data.cells).flatMap(([register, cells]) =>
      checkCells(register, cells, data, known, source),
    ),
    ...checkGroups(data, source),
  ];
  if (problems.length > 0) throw new YamlError(problems);
  return data;
}

/** A word that can take a place in a template, and where the file says so. */
interface Candidate {
  place: string;
  word: string;
  path: Path;
}

/** Every cell that the words make is one of the form; what is not is told once, at the word to blame or else at the template. */
function checkCells(
  register: string,
  { cell, ...places }: { cell: string } & Record<string, unknown>,
  data: RegisterVocabulary,
  known: ReadonlySet<CellAddress>,
  source: ParsedSource,
): Problem[] {
  const made = Object.entries(places as Record<string, Record<string, string>>).reduce<Candidate[][]>(
    (all, [place, roles]) =>
      candidatesFor(register, place, roles, data).flatMap((each) => all.map((others) => [...others, each])),
    [[]],
  );
  const addressed = made.map((candidates) => ({
    candidates,
    value: addressOf(cell, Object.fromEntries(candidates.map(({ place, word }) => [place, word]))),
  }));
  const right = new Set(addressed.flatMap(({ candidates, value }) => (known.has(value) ? candidates : [])));
  const template: Path = ['cells', register, 'cell'];
  const told = new Map<Path, Problem>();
  for (const { candidates, value } of addressed) {
    if (known.has(value)) continue;
    const wrong = right.size === 0 ? undefined : candidates.find((each) => !right.has(each));
    const path = wrong?.path ?? template;
    if (!told.has(path))
      told.set(path, source.problem('unknown-cell', path, { value }, suggest(value, known)));
  }
  return [...told.values()];
}

/** The words of a place: the meanings of the list of values of that name, and those that the program knows by their roles. */
function candidatesFor(
  register: string,
  place: string,
  roles: Readonly<Record<string, string>>,
  data: RegisterVocabulary,
): Candidate[] {
  const list = valueLists.find((each) => each === place);
  const meanings = list === undefined ? [] : namedOf(data)[list];
  return [
    ...meanings.map((word) => ({ place, word, path: ['values', place, word] })),
    ...Object.entries(roles).map(([role, word]) => ({ place, word, path: ['cells', register, place, role] })),
  ];
}

/** What belongs to a group is a meaning of some list. */
function checkGroups(data: RegisterVocabulary, source: ParsedSource): Problem[] {
  const known = Object.values(namedOf(data)).flat();
  return Object.entries(data.groups).flatMap(([group, members]) =>
    members.flatMap((value, index) =>
      known.includes(value)
        ? []
        : [source.problem('unknown-label', ['groups', group, index], { value }, suggest(value, known))],
    ),
  );
}
