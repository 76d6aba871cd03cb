import { escaped } from '../escaped.js';
import { declaration, relationships, spreadsheet } from './xml.js';

/** A sheet as the workbook lists it. */
export interface Listed {
  /** Number of its file. */
  file: number;
  name: string;
  /** Columns of its table, the head of which is repeated on each printed page; 0: it is no table. */
  columns: number;
}

const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const sheetFile = (file: number): string => `xl/worksheets/sheet${file}.xml`;

/** A, B, … for up to 26 columns. */
export const letterOf = (column: number): string => String.fromCharCode(65 + column);

function definedNames(sheets: readonly Listed[]): string {
  const names = sheets.flatMap(({ name, columns }, index) => {
    if (columns === 0) return [];
    const sheet = `'${escaped(name.replaceAll("'", "''"))}'`;
    const filter = `${sheet}!$A$1:$${letterOf(columns - 1)}$1`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${filter}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$A:$B,${sheet}!$1:$1</definedName>`,
    ];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

/** The parts of a workbook beside its sheets and its styles, by the name of the file. */
export function partsOf(sheets: readonly Listed[]): [string, string][] {
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${spreadsheetType}.${type}+xml"/>`;
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`;
  const listed = sheets.map(
    ({ name, file }) => `<sheet name="${escaped(name)}" sheetId="${file}" r:id="sheet${file}"/>`,
  );
  return [
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${sheets
        .map(({ file }) => override(sheetFile(file), 'worksheet'))
        .join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${packageRelationships}">${relationship('workbook', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="${packageRelationships}">${relationship('styles', 'styles', 'styles.xml')}${sheets
        .map(({ file }) => relationship(`sheet${file}`, 'worksheet', `worksheets/sheet${file}.xml`))
        .join('')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${relationships}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>${definedNames(sheets)}</workbook>`,
    ],
  ];
}
