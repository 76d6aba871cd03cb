/** How a line begins that is an item or a heading of its own: 一、 （一） 1. ① 第一部分 */
export const opensItem =
  /^(?:[一二三四五六七八九十]{1,3}[、.是]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}(?:[、)]|\.(?!\d))|[①-⑳]|第[一二三四五六七八九十][,、部])/;
