/** More files than these are reports for the desk. */
const most = 8;

/** Whether the file may be a register, so that it is worth to look into it. */
export const mayBeRegister = ({ name }: { name: string }): boolean =>
  /\.(?:xlsx|xls|et|ods|csv|docx|doc|wps|odt|rtf)$/i.test(name);

export const mayHoldRegister = (files: readonly { name: string }[]): boolean =>
  files.length <= most && files.some(mayBeRegister);
