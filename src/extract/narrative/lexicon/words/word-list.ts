/** `{甲,乙}申请{件,}` stands for 甲申请件, 甲申请, 乙申请件 and 乙申请. */
function expand(word: string): string[] {
  const found = /\{([^{}]*)\}/.exec(word);
  if (found === null) return [word];
  const [all, choices = ''] = found;
  return choices
    .split(',')
    .flatMap((choice) => expand(word.slice(0, found.index) + choice + word.slice(found.index + all.length)));
}

/** The words of a list that stands as one text. */
export const wordsIn = (text: string): string[] =>
  text
    .split(/\s+/)
    .flatMap(expand)
    .filter((word) => word !== '');
