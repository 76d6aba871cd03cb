import { turnBox, type Glyph, type Page, type Rule, type Rules, type Turn } from './page.js';

/** Direction of most of the text. */
function mainTurn(glyphs: readonly Glyph[]): Turn {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const glyph of glyphs) counts[glyph.turn]++;
  const most = Math.max(...counts);
  // Upright text wins a tie; vertical writing runs down with upright glyphs and is not a turned page.
  return counts.indexOf(most) as Turn;
}

function turnRules(rules: Rules, turn: Turn, width: number, height: number): Rules {
  const turned: Rules = { horizontal: [], vertical: [] };
  const add = (rule: Rule, horizontal: boolean): void => {
    const box = horizontal
      ? { left: rule.from, right: rule.to, top: rule.at, bottom: rule.at }
      : { left: rule.at, right: rule.at, top: rule.from, bottom: rule.to };
    const { left, top, right, bottom } = turnBox(box, turn, width, height);
    if (horizontal === (turn % 2 === 0)) turned.horizontal.push({ at: top, from: left, to: right });
    else turned.vertical.push({ at: left, from: top, to: bottom });
  };
  for (const rule of rules.horizontal) add(rule, true);
  for (const rule of rules.vertical) add(rule, false);
  return turned;
}

/** Turns a page whose text was drawn sideways so that it reads from left to right. */
export function upright(page: Page): Page {
  const main = mainTurn(page.glyphs);
  if (main === 0) return page;
  const turn = ((4 - main) % 4) as Turn;
  const { width, height } = page;
  return {
    ...page,
    width: turn % 2 === 0 ? width : height,
    height: turn % 2 === 0 ? height : width,
    glyphs: page.glyphs.map((glyph) => ({
      ...glyph,
      ...turnBox(glyph, turn, width, height),
      turn: ((glyph.turn + turn) % 4) as Turn,
    })),
    rules: turnRules(page.rules, turn, width, height),
    pictures: page.pictures.map((each) => turnBox(each, turn, width, height)),
    turned: turn,
  };
}
