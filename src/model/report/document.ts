import type { At } from './location.js';
import type { AgencyKind, AgencyLevel } from './agency.js';

/** Formats by content. `html` includes MHTML, `xlsx` includes XLS and ET, `doc` includes WPS. */
export const sourceFormats = [
  'text',
  'html',
  'docx',
  'pdf',
  'doc',
  'xlsx',
  'ofd',
  'odt',
  'ods',
  'rtf',
  'image',
  'json',
] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** What a reader makes of bytes: blocks in reading order, text exactly as the source has it, nothing interpreted. */
export interface Document {
  format: SourceFormat;
  /** Label of the character encoding for text formats, e.g. `utf-8`, `gb18030`; `null` where the format has its own. */
  encoding: string | null;
  /** The title that the format itself declares (HTML `<title>`, document properties), if any. */
  title: string | null;
  blocks: Block[];
  pages: number | null;
  /** What the officer should know about the reading itself. */
  notes: ReadNote[];
  /** What a web page says of itself out of sight, by the names that it uses itself. */
  metadata?: { name: string; content: string }[];
  /** Where a web page says that it stands, or whoever saved it noted that it stood. */
  addresses?: string[];
  /** Which of the reports of a file it is. */
  part?: ReportPart;
  /** Only for structured data: what is stated instead of written, to be taken as it is. */
  given?: Given;
}

/** What shows where a report begins: the first of its file, its title, a sheet of its own, a heading, or the opening of its preface. */
export type ReportMark = 'start' | 'title' | 'sheet' | 'heading' | 'opening';

/** One report of a file that holds several. */
export interface ReportPart {
  /** From 1. */
  number: number;
  of: number;
  /** As its title says. */
  agency: string | null;
  year: number | null;
  /** Where it begins, and what shows it. */
  at: At;
  mark: ReportMark;
  quote: string;
  /** Parts (一 … 六) and tables (t2 …) in it that the report before it has as well. */
  again: string[];
}

/** Structured data: the figures by cell address, and what the report is. */
export interface Given {
  agency: { name: string; level?: AgencyLevel; kind?: AgencyKind };
  year: number;
  /** ISO date of publication. */
  published?: string;
  /** Id of the form edition. */
  form: string;
  /** `null`: the cell is empty; a text: as the agency wrote it. */
  cells: Record<string, number | string | null>;
}

export type Block = Paragraph | Table | Aside;

/** Something in the flow that is not text: a table may hide in it. */
export interface Aside {
  kind: 'aside';
  what: 'picture' | 'attachment';
  at: At;
}

export interface Paragraph {
  kind: 'paragraph';
  text: string;
  at: At;
  /** 1–6 when the format marks the paragraph as a heading. */
  heading?: number;
  /**
   * `true` when the source breaks lines inside sentences (plain text, PDF): the next paragraph may continue this one.
   */
  wrapped?: boolean;
}

export interface Table {
  kind: 'table';
  rows: TableCell[][];
  at: At;
  /**
   * `true` when `column` and `columnSpan` are those of a real grid (HTML, Word, Excel, ruled text);
   * `false` when the source only separates cells (tabs, pipes, one cell per line) and columns may be ragged.
   */
  grid: boolean;
  /** Cells are told apart by gaps alone: an empty one leaves no trace, and `column` is the display column where the text begins. */
  gaps?: boolean;
}

/** One cell as written. In a grid a spanned cell appears once, in its first row, with its spans. */
export interface TableCell {
  text: string;
  at: At;
  /** First grid column from 0; in a ragged table simply the position in its row. */
  column: number;
  columnSpan: number;
  rowSpan: number;
  /** How sure the text is, 0–1, where it was recognised in a picture; absent: sure. */
  confidence?: number;
  /** What decided that the text belongs here, where the document does not show it. */
  placedBy?: Placing;
}

/** Order and count; sums of the row; sums of the row and of others, or of columns. */
export type Placing = 'order' | 'row' | 'table';

/** Stable codes; the message catalogue has the words. */
export type ReadNoteCode =
  | 'changes-pending'
  | 'picture'
  | 'attachment-link'
  | 'scanned'
  | 'wrong-extension'
  | 'lost-text'
  | 'hidden-cells'
  | 'truncated'
  | 'cut-off'
  | 'page-text'
  | 'repeated-report'
  | 'encoding-guessed';

export interface ReadNote {
  code: ReadNoteCode;
  at: At | null;
  /** Values for the message, e.g. `{ count: '3' }`. */
  values: Record<string, string>;
}
