import type { Block, Document, FormBlock, FormEdition, Paragraph } from '../../../model/index.js';
import { normalised } from '../../text/normalise.js';
import type { Script } from '../../text/script.js';
import { formOf } from '../flow/readings/settle/settled.js';
import { isNothing, type Form } from '../flow/readings/settle/sums.js';
import { isValue, readValue } from '../value.js';

/** A number that may be that of a page, on a line of its own. */
const pageNumber = /^[1-9]\d?$/;
/** The last figure of a row may end a line in words that go on a label; a shorter row is a figure or two by chance. */
const fewestFigures = 3;
/** 无 behind the number of a label is no sign for nothing: its label (无法提供) goes on below. */
const brokenNone = /([（(][一二三四五六七八九十]{1,2}[）)])\s+[无⽆]\s*$/u;

const isParagraph = (block: Block | undefined): block is Paragraph => block?.kind === 'paragraph';

/**
 * The document with lines mended that programs write out of a page so that a row would be misread: a page number below a row without its
 * empty cells, which adds up without it and not with it, is left out, and a label that begins with a sign for nothing is no sign.
 */
export function mendPageLines(document: Document, forms: readonly FormEdition[], script: Script): Document {
  if (document.format !== 'text') return document;
  const { blocks } = document;
  let rows: Form[] | undefined;
  let isChanged = false;
  const mended = blocks.flatMap((block, i): Block[] => {
    if (!isParagraph(block)) return [block];
    const text = block.text.replace(brokenNone, '$1无');
    if (text !== block.text) {
      isChanged = true;
      return [{ ...block, text }];
    }
    if (!pageNumber.test(block.text.trim())) return [block];
    rows ??= summedRows(forms);
    if (!endsRow(blocks, i, rows, script)) return [block];
    isChanged = true;
    return [];
  });
  return isChanged ? { ...document, blocks: mended } : document;
}

/** The tables whose rows have sums. */
function summedRows(forms: readonly FormEdition[]): Form[] {
  return forms.flatMap((form) =>
    form.tables.flatMap((table) =>
      table.blocks
        .map((block: FormBlock) => formOf({ form, table }, block))
        .filter(({ alongRows }) => alongRows.length > 0),
    ),
  );
}

/**
 * The line above a number ends with the figures of a row without its empty cells that add up; with the number they do not. A row that is whole is read by its
 * sum, which must be named as what chose its figures; figures on lines of their own are not told from a page number.
 */
function endsRow(blocks: readonly Block[], at: number, rows: readonly Form[], script: Script): boolean {
  const [above, line, below] = [blocks[at - 1], blocks[at], blocks[at + 1]];
  if (!isParagraph(above) || !isParagraph(line) || (isParagraph(below) && isBare(below))) return false;
  const figures = figuresAtEnd(above, script);
  const number = Number(line.text.trim());
  const adds = (own: readonly number[]): boolean =>
    rows.some(({ columns, alongRows }) => own.length < columns && alongRows.length === 1 && isTotal(own));
  return figures.length >= fewestFigures && adds(figures) && !adds([...figures, number]);
}

const isBare = ({ text }: Paragraph): boolean => !/\p{Script=Han}/u.test(text);

function figuresAtEnd({ text }: Paragraph, script: Script): number[] {
  const words = text
    .trim()
    .split(/\s+/)
    .map((each) => normalised(each, script));
  const last = words.findLastIndex((each) => !isValue(each));
  return words.slice(last + 1).map((each) => readValue(each).value ?? 0);
}

const isTotal = (figures: readonly number[]): boolean =>
  isNothing(figures.slice(0, -1).reduce((sum, each) => sum + each, 0) - (figures.at(-1) ?? 0));
