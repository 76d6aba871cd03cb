/** `- 3 -`, `第3页`, `第 3 页 共 8 页`: a page number by its dress, without white space. Browsers print 页 as its radical, which NFKC leaves alone. */
export const dressedPageNumber =
  /^(?:[-—–―_~·.]{1,6}(\d{1,4})[-—–―_~·.]{1,6}|第(\d{1,4})[页⻚](?:[,/]?共\d{1,4}[页⻚])?|Page(\d{1,4})(?:of\d{1,4})?)$/i;
/** `3`, `3/8`: only when it counts the pages. */
export const barePageNumber = /^(\d{1,4})(?:\/\d{1,4})?$/;
