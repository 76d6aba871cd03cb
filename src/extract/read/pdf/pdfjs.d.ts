/** The package declares its functions, not its worker. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
