import * as fc from 'fast-check';

/** Texts that would do harm in a page, a spreadsheet, a document or a terminal that took them for its own language. */
export const hostileTexts: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '</style>',
        '</script>',
        '<!--',
        '-->',
        ']]>',
        '"',
        "'",
        ' onmouseover="x"',
        '&lt;',
        '&#x3c;b&gt;',
        '\u0000',
        '\u001b[2J',
        '\u202e',
        '\u2066',
        '\ufffe',
        '\ud800',
        '\r\n',
        '\t',
        '=HYPERLINK("http://x")',
        '+1',
        '@SUM(A1)',
        '|',
        '`',
        '](javascript:x)',
        '${x}',
        '{placeholder}',
        '机关',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => `文${parts.join('')}`);
