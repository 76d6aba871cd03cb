import { html, nothing, trusted, type Markup } from './markup.js';

/** A style sheet or script of ours with its SHA-256 in base64, by which the page allows it and nothing else. */
export interface Inline {
  text: string;
  hash: string;
}

interface Page {
  lang: string;
  title: string;
  style: Inline;
  /** Absent: nothing runs in the page. */
  script?: Inline;
  body: Markup;
}

/** A page that loads nothing and runs nothing but its own style and script. */
export function page({ lang, title, style, script, body }: Page): string {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${style.hash}'`,
    script === undefined ? "script-src 'none'" : `script-src 'sha256-${script.hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${trusted(`<style>${style.text}</style>`)}
      </head>
      <body>
        ${body} ${script === undefined ? nothing : trusted(`<script>${script.text}</script>`)}
      </body>
    </html> `.markup;
}
