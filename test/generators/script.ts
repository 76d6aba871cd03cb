import { Converter } from 'opencc-js/cn2t';

const convert = Converter({ from: 'cn', to: 'tw' });

/** The text in traditional characters. */
export const traditional = (text: string): string => convert(text);

const readings: Record<string, string> = {
  報: 'bào',
  務: 'wù',
  據: 'jù',
  會: 'huì',
  關: 'guān',
  動: 'dòng',
  請: 'qǐng',
  復: 'fù',
  議: 'yì',
  進: 'jìn',
  項: 'xiàng',
  條: 'tiáo',
  規: 'guī',
  數: 'shù',
  現: 'xiàn',
  費: 'fèi',
  額: 'é',
  總: 'zǒng',
  計: 'jì',
  結: 'jié',
  業: 'yè',
  構: 'gòu',
  織: 'zhī',
  類: 'lèi',
  過: 'guò',
  無: 'wú',
  認: 'rèn',
  辦: 'bàn',
  處: 'chǔ',
  訴: 'sù',
};

/** Each of the characters followed by its reading in brackets, as a page meant for learners prints them. */
export function annotated(text: string): string {
  return [...text]
    .map((character) => (character in readings ? `${character}(${readings[character]})` : character))
    .join('');
}
