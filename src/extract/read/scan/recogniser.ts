/** Text recognition as far as it is used here; the optional tesseract.js with its Chinese data provides it. */
export interface Recogniser {
  /** Reads one area; `digits` and `digit` only know numbers. Characters come with their place in the picture in pixels and how sure they are, 0–1. */
  read(file: Uint8Array, kind: 'digits' | 'digit' | 'block' | 'page'): Promise<Sign[]>;
  close(): Promise<void>;
}

export interface Sign {
  text: string;
  confidence: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Upper and lower end of its line. */
  lineTop: number;
  lineBottom: number;
}

interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

interface Line {
  bbox: Box;
  words: { symbols: { text: string; confidence: number; bbox: Box }[] }[];
}

interface Recognised {
  data: { blocks: { paragraphs: { lines: Line[] }[] }[] | null };
}

/** A worker of Tesseract that knows Chinese. */
export interface Tesseract {
  setParameters(parameters: Record<string, string>): Promise<unknown>;
  recognize(image: Uint8Array, options: object, output: object): Promise<Recognised>;
  terminate(): Promise<unknown>;
}

/** Page segmentation modes of Tesseract. */
const modes = { digits: '7', digit: '10', block: '6', page: '3' } as const;

/** The recogniser that such a worker makes. */
export async function recogniserOf(worker: Tesseract): Promise<Recogniser> {
  // It would write its guesses of the resolution to standard error.
  await worker.setParameters({ debug_file: '/dev/null' });
  return {
    async read(file, kind) {
      const whitelist = kind === 'digits' || kind === 'digit' ? '0123456789.,' : '';
      await worker.setParameters({ tessedit_pageseg_mode: modes[kind], tessedit_char_whitelist: whitelist });
      const { data: result } = await worker.recognize(file, {}, { blocks: true });
      const lines = (result.blocks ?? []).flatMap((block) =>
        block.paragraphs.flatMap((paragraph) => paragraph.lines),
      );
      return lines.flatMap((line) =>
        line.words.flatMap((word) =>
          word.symbols.map(({ text, confidence, bbox }) => ({
            text,
            confidence: confidence / 100,
            left: bbox.x0,
            top: bbox.y0,
            right: bbox.x1,
            bottom: bbox.y1,
            lineTop: line.bbox.y0,
            lineBottom: line.bbox.y1,
          })),
        ),
      );
    },
    close: async () => void (await worker.terminate()),
  };
}
