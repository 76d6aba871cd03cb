import { grouped, isCount, isMarkedPart, leaveAside, value } from '../../sentence/counts.js';
import { goneOnWith } from '../whose.js';
import { isStage, type NumberReading, type Setting } from '../setting.js';

/** How many counts back a whole is looked for. */
const nearby = 16;

/** 全区收到 178 件，区本级收到 63 件、答复 61 件: the table holds the one or the other; the part of a sentence is not compared. */
export function leaveOwnParts(setting: Setting): void {
  const { agencyName, lexicon, readings } = setting;
  if (agencyName?.includes('政府') !== true) return;
  // The office of a government may speak of either in its table.
  const leave = (each: NumberReading) => {
    if (agencyName.endsWith('政府')) leaveAside(each, 'part');
    else each.by = 'total';
  };
  leaveBesideOthers(setting, leave);
  // 全县受理 94 件，县政府办承办 22 件，其中公开 9 件: what became of its own is held to no table that is of all.
  const ofAll = readings.filter(
    (each) =>
      each.scope === 'region' &&
      isCount(setting, each) &&
      (each.aspects.length === 0 || isStage(lexicon, each.aspects)),
  );
  const isBesideAll = ({ scope, topics, mention }: NumberReading) =>
    scope === 'own' &&
    topics.every((id) => lexicon.byApplicant.has(id)) &&
    ofAll.some(
      (each) =>
        each.topics.join() === topics.join() &&
        goneOnWith(setting, each.mention.sentence) === goneOnWith(setting, mention.sentence),
    );
  for (const each of readings) if (isBesideAll(each) && isCount(setting, each)) leave(each);
  const cellsOf = ({ measures }: NumberReading) => measures.map((list) => list.join('+')).join();
  const counts = readings.filter((each) => isCount(setting, each));
  for (const group of grouped(counts, cellsOf)) {
    const regional = group.filter(({ scope }) => scope === 'region');
    const from = ({ mention }: NumberReading) => goneOnWith(setting, mention.sentence).start;
    // 区政府收到 93 件。全区各部门收到 337 件: over sentences, where nothing says that it is the agency's own.
    const isBeside = (each: NumberReading, other: NumberReading) =>
      value(each) < value(other) && (each.scope === null || from(each) === from(other));
    for (const each of group)
      if (each.scope !== 'region' && regional.some((other) => isBeside(each, other))) leave(each);
  }
}

/** 区本级收到 39 件、办结 37 件，区直部门收到 118 件: the share of a government itself beside that of its departments. */
function leaveBesideOthers(setting: Setting, leave: (each: NumberReading) => void): void {
  const { lexicon, readings } = setting;
  const ofOthers = new Set(
    readings
      .filter(({ unassigned, topics }) => unassigned === 'other-agency' && topics.length > 0)
      .map(({ mention }) => mention.sentence),
  );
  const isOwn = ({ scope, topics }: NumberReading) =>
    scope === 'own' && topics.every((id) => lexicon.byApplicant.has(id));
  for (const each of readings)
    if (isOwn(each) && ofOthers.has(each.mention.sentence) && isCount(setting, each)) leave(each);
}

/** 通过平台办理 34 件（其中本局办理 12 件）: a part of what is not understood in full is no total, whoever's it is. */
export function leaveOfUnread(setting: Setting): void {
  const { readings } = setting;
  readings.forEach((part, at) => {
    if (part.scope !== 'own' || part.aspects.length === 0 || !isMarkedPart(part) || !isCount(setting, part))
      return;
    const isWhole = (each: NumberReading) =>
      each.mention.sentence === part.mention.sentence &&
      each.topics.join() === part.topics.join() &&
      each.aspects.join() === part.aspects.join() &&
      value(each) > value(part);
    const whole = readings.slice(Math.max(0, at - nearby), at).findLast(isWhole);
    if (whole !== undefined && whole.unassigned !== null) leaveAside(part, 'part');
  });
}
