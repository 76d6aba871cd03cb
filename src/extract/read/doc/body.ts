import type { At, Paragraph } from '../../../model/index.js';
import { attachment, type RawBlock } from '../blocks.js';
import { tableBuilder } from '../rtf/tables.js';
import type { WordFile } from './file.js';
import { listsOf } from './lists.js';
import { piecesOf, textOf, type Piece } from './pieces.js';
import {
  characterProperties,
  noProperties,
  paragraphProperties,
  type CharacterProperties,
  type ParagraphProperties,
} from './properties.js';
import { characterRuns, paragraphRuns } from './runs.js';
import { stylesOf } from './styles.js';

/** Characters that stand for something else (MS-DOC 2.4.1). */
const picture = '\x01';
const cellEnd = '\x07';
const fieldBegin = '\x13';
const fieldSeparator = '\x14';
const fieldEnd = '\x15';
const shown: Readonly<Record<string, string>> = { '\t': '\t', '\x0b': '\n', '\x1e': '-', '\x0e': '\n' };

const longestInstruction = 2_000;

interface Field {
  instruction: string;
  /** The separator was met: what follows is the result. */
  result: boolean;
}

/** Reads the main text and that of text boxes. */
export function bodyOf(file: WordFile): { blocks: RawBlock[]; changes: number } {
  const pieces = piecesOf(file);
  const text = textOf(file, pieces);
  const styles = stylesOf(file);
  const lists = listsOf(file);
  const paragraphAt = paragraphRuns(file);
  const charactersAt = characterFinder(file);
  const builder = tableBuilder();
  let changes = 0;
  let paragraphs = 0;
  let fields: Field[] = [];
  let words = '';
  let asides: RawBlock[] = [];

  const { main, between, boxes } = file.characters;
  read(0, Math.min(main, text.length));
  builder.enter(0);
  // The text boxes stand behind everything else; their last two characters are Word's own.
  read(main + between, Math.min(main + between + boxes - 2, text.length));
  builder.enter(0);
  return { blocks: builder.blocks, changes };

  function read(from: number, to: number): void {
    fields = [];
    for (const piece of pieces) {
      for (let at = Math.max(piece.from, from); at < Math.min(piece.to, to);) {
        const place = piece.offset + (at - piece.from) * piece.width;
        const { properties, end } = charactersAt(place);
        const next = Math.min(piece.to, to, Math.max(at + 1, at + Math.ceil((end - place) / piece.width)));
        if (properties.changed) changes++;
        for (; at < next; at++) character(text.charAt(at), properties, piece, at);
      }
    }
    if (words !== '') endParagraph(noProperties, 0);
  }

  function character(letter: string, properties: CharacterProperties, piece: Piece, at: number): void {
    if (letter === cellEnd || (letter === '\r' && !properties.gone) || letter === '\x0c') {
      end(letter, piece.offset + (at - piece.from) * piece.width);
      return;
    }
    if (properties.gone) return;
    const field = fields.at(-1);
    if (letter === fieldBegin) fields.push({ instruction: '', result: false });
    else if (letter === fieldSeparator && field !== undefined) field.result = true;
    else if (letter === fieldEnd) endField();
    else if (fields.some((each) => !each.result)) {
      if (field !== undefined && field.instruction.length < longestInstruction) field.instruction += letter;
    } else if (letter === picture) asides.push({ kind: 'aside', what: 'picture', at: {} });
    else if (letter >= ' ') words += properties.symbol ?? letter;
    else words += shown[letter] ?? '';
  }

  function endField(): void {
    const field = fields.pop();
    if (field !== undefined && /HYPERLINK/i.test(field.instruction) && attachment.test(field.instruction)) {
      asides.push({ kind: 'aside', what: 'attachment', at: {} });
    }
  }

  /** A paragraph ends; in a table perhaps also its cell or its row. */
  function end(letter: string, place: number): void {
    const list = paragraphAt(place)?.properties ?? new Uint8Array();
    const style = list.length < 2 ? 0 : (list[0] ?? 0) + (list[1] ?? 0) * 256;
    const properties = list.length < 2 ? noProperties : paragraphProperties(list.subarray(2), file.data);
    const depth = Math.max(properties.depth, letter === cellEnd ? 1 : 0);
    if (properties.rowEnd || properties.nestedRowEnd) {
      words = '';
      builder.enter(depth);
      builder.endRow(properties.row ?? { left: 0, cells: [] });
      return;
    }
    endParagraph(properties, style, depth);
    if (letter === cellEnd || properties.nestedCellEnd) builder.endCell();
  }

  function endParagraph(properties: ParagraphProperties, number: number, depth = 0): void {
    builder.enter(depth);
    if (depth === 0) paragraphs++;
    const at: At = builder.here() ?? { paragraph: paragraphs };
    const style = styles(number);
    const list = properties.list ?? style.list ?? 0;
    const outline = properties.outline ?? style.outline;
    const label =
      words.trim() === '' || list === 0
        ? ''
        : lists.label(String(list), properties.level ?? style.level ?? 0);
    if (words.trim() !== '' && !style.contents && !style.hidden) {
      const block: Paragraph = { kind: 'paragraph', text: label + words, at };
      if (outline !== null && outline < 6) block.heading = outline + 1;
      builder.container().push(block);
    }
    for (const aside of asides) builder.container().push({ ...aside, at });
    words = '';
    asides = [];
  }
}

/** Properties of the characters at a place and where they end; those of one list are read once. */
function characterFinder(
  file: WordFile,
): (place: number) => { properties: CharacterProperties; end: number } {
  const runAt = characterRuns(file);
  const known = new Map<Uint8Array, CharacterProperties>();
  const none = characterProperties(new Uint8Array());
  return (place) => {
    const run = runAt(place);
    if (run === null) return { properties: none, end: place };
    let properties = known.get(run.properties);
    if (properties === undefined)
      known.set(run.properties, (properties = characterProperties(run.properties)));
    return { properties, end: run.to };
  };
}
