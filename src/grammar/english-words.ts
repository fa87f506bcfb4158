// Lists of English words, and the form in which words are looked up in them.

import { wordSet } from '../util/word-set.ts'

/** Normalises a word to the form used in the lists: lower case, with straight apostrophes. */
export function normaliseWord(word: string): string {
  return word.toLowerCase().replace(/[’‘ʼ]/g, "'")
}

/** Tokens that negate a statement: `n't` is the end of `don't`, and `not` the end of `cannot`. */
export const NEGATIONS: ReadonlySet<string> = wordSet(`
  not n't no never none nobody nothing nowhere neither nor without cannot hardly scarcely barely rarely seldom
  unable unlikely impossible fail fails failed failing except unless
`)

/** Words that make a statement uncertain or inexact. */
export const HEDGES: ReadonlySet<string> = wordSet(`
  likely unlikely may might could would perhaps maybe probably possibly presumably potentially conceivably arguably
  apparently seemingly supposedly ostensibly allegedly reportedly purportedly reputedly
  appear appears appeared seem seems seemed suggest suggests suggested imply implies implied indicate indicates indicated
  tend tends tended believe believes believed think thinks thought assume assumes assumed estimate estimates estimated
  expect expects expected predict predicts predicted speculate speculates speculated suspect suspects suspected
  about around roughly approximately approx nearly almost virtually practically circa ca somewhat fairly relatively
  possible probable plausible potential presumed alleged supposed so-called uncertain unclear hypothetically
  theoretically tentatively provisionally
`)

/** Words with which a line must not end. */
export const FUNCTION_WORDS: ReadonlySet<string> = wordSet(`
  a an the this that these those my your his her its our their whose which what every each no
  and or but nor yet so as than if because although though while whereas unless until since when where whether
  of in on at to for from with without by about into onto upon over under between among amongst through throughout during
  before after against toward towards within across behind beyond beside besides despite except per via amid alongside
  including like unlike near
  am is are was were be been being has have had having do does did will would shall should can could may might must
  not n't 's 're 've 'll 'd very such both either neither only even just
  i we he she they who whom there
  said says say e.g. i.e. vs vs.
`)

/** Verbs that attribute words to a speaker. */
export const SPEECH_VERBS: ReadonlySet<string> = wordSet(`
  say says said add adds added tell tells told write writes wrote ask asks asked argue argues argued note notes noted
  warn warns warned explain explains explained recall recalls recalled report reports reported insist insists insisted
  declare declares declared stress stresses stressed conclude concludes concluded reply replied shout shouted
`)

/** The names of the months, in order. */
export const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The names of the days of the week. */
export const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
