/** What a cell of figures may hold: a number, a sign in its place, or nothing. */
const figure = /^(?:[-−]?[\d,，]+(?:\.\d+)?|[-—－–/／无]|)$/;

const isFigure = (text: string) => figure.test(text.normalize('NFKC'));

/** The figures of a block that was copied from a sheet, without the labels above and beside them; `null`: a single text. */
export function blockOf(text: string): string[][] | null {
  const lines = text.replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const cells = lines.map((line) => line.split('\t').map((each) => each.trim()));
  if (cells.length === 1 && cells[0]?.length === 1) return null;
  let rows = cells.filter(
    (row) => row.some((each) => each !== '' && isFigure(each)) || row.every((each) => each === ''),
  );
  while (rows.some(([first]) => first !== undefined && !isFigure(first)))
    rows = rows.map((row) => row.slice(1));
  return rows.filter((row) => row.length > 0);
}
