import type { clerkZhCN } from '../zh-CN/clerk.js';

/** The same in English. */
export const clerkEn: Record<keyof typeof clerkZhCN, string> = {
  'clerk.verdict': 'Verdict and what to correct',
  'clerk.places': 'To check and correct',
  'clerk.rest': '{count} more',
  'clerk.later': 'Leave for now',
  'clerk.laterNote': 'What is left for now still counts for verdict and grade.',
  'clerk.verify': 'To be verified',
  'clerk.choose': 'To be verified: {count} possible corrections',
  'clerk.nothing': 'Nothing to correct.',
  'clerk.fill': 'Fill blanks where there were no such cases with 0 ({count} blanks)',
  'clerk.fillNote':
    'By clicking you state that you have verified that there were no such cases. Only blanks whose equations hold are filled, totals by their sums; it can be undone.',
  'clerk.filled': '{count} cells filled (verified: no such cases).',
  'clerk.filledSome':
    '{count} cells filled (verified: no such cases); figures and prose do not show that the other {left} are 0: verify them one by one.',
  'clerk.filledNone': 'Figures and prose do not show that these blanks are 0: verify them one by one.',
  'clerk.undo': 'Undo the last step',
  'clerk.prior': 'Compare with last year',
  'clerk.priorNote': "Choose, or drop here: last year's report, or its audit (JSON).",
  'clerk.priorTaken': 'Compared with: {names}.',
  'clerk.priorNone': 'No report of this agency for the year before was found; nothing was compared.',
  'clerk.priorReport': '{year} ({name})',
  'clerk.carried': 'Carried in differs from what last year’s report carried over',
  'clerk.grading': 'How the grade came about, and how to raise it',
  'clerk.changes': '{count} cells changed',
  'clerk.revert': 'Change back',
  'clerk.new': 'Fill in blank tables',
  'clerk.newNote':
    'Start from the blank official form; totals are computed, blocks can be pasted from Excel.',
  'clerk.draft': 'Go on with the draft',
  'clerk.dropDraft': 'Delete the draft',
  'clerk.keep':
    'Keep a draft in this browser (opened from disk, other pages on this computer may read it too)',
  'clerk.ownForm': 'Tables filled in here',
  'clerk.ownAgency': '(agency)',
  'clerk.ownLead':
    'Fill in cell by cell: Enter goes down, Tab right, arrows move, blocks can be pasted from Excel, Ctrl+Z undoes. Totals marked ∑ are computed from their parts; you can type others.',
  'clerk.untouched': 'No figures yet; they are checked as they are filled in.',
  'clerk.unfinished': ' (The form is not filled in yet; this is checked again when it is.)',
  'clerk.fillIn': 'Fill in',
  'clerk.said': 'Year, agency and local rules',
  'clerk.levelOpen': 'not said',
  'clerk.clear': 'Clear all',
  'clerk.computed': 'computed by this page from its parts',
  'clerk.empty': 'There is nothing to audit: paste the text of the report first, or choose a file.',
  'clerk.edited': ' (edited)',
  'clerk.mark': 'Trial version of the tables with {count} cells changed, to be verified before use.',
  'clerk.ownMark': 'The figures were typed in by who filled in the form.',
  'clerk.noticeRefused':
    'The notice is the office’s document about a published report and is not written for edited figures. Take the table of corrections, or restore the figures first.',
  'clerk.noCorrections': 'No figure was changed: there is nothing to set side by side.',

  'scan.deskLead':
    'Some of these are scans. Choose these three files on this computer (or a folder that holds them), and they are read in the page. Nothing is sent or downloaded.',
  'scan.lead':
    'Choose these three files on this computer (or a folder that holds them), and this scan is read in the page. Nothing is sent or downloaded.',
  'scan.whence':
    'They come with tesseract.js 7, tesseract.js-core and @tesseract.js-data/chi_sim (4.0.0_best_int); where this program is installed they lie in its node_modules folder. A page takes some seconds or more, and every figure read is to be verified.',
  'scan.files': 'Choose files',
  'scan.folder': 'Choose a folder',
  'scan.missing': 'Missing: {names}.',

  'rule.help': 'Why, basis and examples',
  'rule.helpOf': 'About {rule}',
  'rule.open': 'About rule {rule}: what it asks, its basis and examples',
  'rule.close': 'Close (Esc)',
  'rule.loading': 'Opening the page of the rule…',
  'rule.unknown': 'This rule comes from a file of rules chosen apart; the page has nothing more on it.',

  'corrections.title': 'Corrections of the {year} annual report of {name}',
  'corrections.lead': 'The following {count} figures of the tables are corrected.',
  'corrections.number': 'No.',
  'corrections.place': 'Where',
  'corrections.before': 'Before',
  'corrections.after': 'Now',
  'corrections.basis': 'Basis',
  'corrections.own': 'verified and corrected by the agency',
  'corrections.signed': 'Checked by:              Approved by:              Date:',
  'tables.title': '{name} {year} annual report on the disclosure of government information',

  'page.take.tablesDocx': 'Tables (Word)',
  'page.take.tablesDocxNote': 'The three tables in their official form, to be put into the report.',
  'page.take.tablesHtml': 'Tables (web page)',
  'page.take.tablesHtmlNote': 'The three tables in their official form, to be published.',
  'page.take.corrections': 'Table of corrections (Word)',
  'page.take.correctionsNote': 'Cell by cell: before, now, and why.',
  'page.file.tablesDocx': 'tables',
  'page.file.tablesHtml': 'tables',
  'page.file.corrections': 'corrections',
};
