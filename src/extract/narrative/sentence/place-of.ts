/** Number of entries of a sorted list that stand before `position`. */
export function placeOf<Item>(list: readonly Item[], position: number, at: (item: Item) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && at(item) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
