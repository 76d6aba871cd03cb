import { InputError } from '../../../../model/index.js';
import { binaryString, bytesOf } from '../../bytes.js';

/** Width of the paper that a picture is taken to show (points). */
export const paperWidth = 595;

/** A PDF of one page that shows a JPEG, for pdf.js to decode. @throws InputError `damaged` */
export function pdfOfJpeg(bytes: Uint8Array): Uint8Array {
  const { width, height, colours } = sizeOf(bytes);
  const paperHeight = Math.max(1, Math.round((paperWidth * height) / width));
  const space = colours === 1 ? '/DeviceGray' : colours === 3 ? '/DeviceRGB' : '/DeviceCMYK';
  const content = `q ${String(paperWidth)} 0 0 ${String(paperHeight)} 0 0 cm /Im Do Q`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${String(paperWidth)} ${String(paperHeight)}] /Resources << /XObject << /Im 5 0 R >> >> /Contents 4 0 R >>`,
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    `<< /Type /XObject /Subtype /Image /Width ${String(width)} /Height ${String(height)} /ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode /Length ${String(bytes.length)} >>\nstream\n${binaryString(bytes)}\nendstream`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${String(table)}\n%%EOF\n`;
  return bytesOf(file);
}

/** Size and number of colours, as the frame header says (ITU-T T.81, B.2.2). */
function sizeOf(bytes: Uint8Array): { width: number; height: number; colours: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 10 <= bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker < 0xff01) break;
    const isFrame =
      marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc;
    if (!isFrame) continue;
    const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
    if (width > 0 && height > 0) return { width, height, colours: view.getUint8(at + 9) };
  }
  throw new InputError('damaged');
}
