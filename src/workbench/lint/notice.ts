export type NoticeCode =
  | 'neverApplies'
  | 'neverFires'
  | 'alwaysFires'
  | 'implied'
  | 'same'
  | 'contradiction'
  | 'impliesUnknown'
  | 'impliesNothing'
  | 'citesUnknownDocument'
  | 'citesNoClause'
  | 'uncoveredClause'
  | 'checkedUnchecked'
  | 'untranslated'
  | 'noNote'
  | 'noTest'
  | 'sameTest'
  | 'equivalentUnknown'
  | 'catalogueUnknown';

/** Something about the rules that is probably not meant. */
export interface Notice {
  code: NoticeCode;
  /** The rule it is about; `null`: the rules as a whole. */
  rule: string | null;
  values: Readonly<Record<string, string>>;
}
