// Lists of English words that decide how a sentence can be shortened.

/** Normalises a word to the form used in the lists: lower case, with straight apostrophes. */
export function normaliseWord(word: string): string {
  return word.toLowerCase().replace(/[’‘ʼ]/g, "'")
}

/** Words that negate a statement, as tokens: `n't` is the end of `don't`, `not` the end of `cannot`. */
export const NEGATIONS: ReadonlySet<string> = list(`
  not n't no never none nobody nothing nowhere neither nor without cannot hardly scarcely barely rarely seldom
  unable unlikely impossible fail fails failed failing except unless
`)

/** Words that make a statement uncertain or inexact. */
export const HEDGES: ReadonlySet<string> = list(`
  likely unlikely may might could would perhaps maybe probably possibly presumably potentially conceivably arguably
  apparently seemingly supposedly ostensibly allegedly reportedly purportedly reputedly
  appear appears appeared seem seems seemed suggest suggests suggested imply implies implied indicate indicates indicated
  tend tends tended believe believes believed think thinks thought assume assumes assumed estimate estimates estimated
  expect expects expected predict predicts predicted speculate speculates speculated suspect suspects suspected
  about around roughly approximately approx nearly almost virtually practically circa ca somewhat fairly relatively
  possible probable plausible potential presumed alleged supposed so-called uncertain unclear hypothetically
  theoretically tentatively provisionally
`)

/** Hedges of more than one word. */
export const HEDGE_PHRASES: readonly string[] = [
  'a kind of',
  'and so on',
  'as far as we know',
  'as few as',
  'as little as',
  'as many as',
  'as much as',
  'at best',
  'at least',
  'at most',
  'at worst',
  'close to',
  'fewer than',
  'if any',
  'if ever',
  'in part',
  'in principle',
  'in theory',
  'is said to',
  'less than',
  'more or less',
  'more than',
  'no more than',
  'not necessarily',
  'or so',
  'so far',
  'sort of',
  'to a degree',
  'to some extent',
  'up to',
]

/** Words that limit how much of a statement is true, or how often. */
export const LIMITERS: ReadonlySet<string> = list(`
  only merely just solely exclusively alone mostly mainly largely chiefly primarily predominantly partly partially
  half most many some few fewer little less least generally typically usually normally commonly often frequently
  sometimes occasionally temporarily nominally officially minimum maximum former formerly acting would-be self-proclaimed
`)

/** Verbs that attribute a statement to somebody, in their finite and -ing forms. */
export const ATTRIBUTION_VERBS: ReadonlySet<string> = list(`
  say says said saying tell tells told telling state states stated stating argue argues argued arguing
  claim claims claimed claiming note notes noted noting report reports reported reporting add adds added adding
  explain explains explained explaining write writes wrote written writing announce announces announced announcing
  warn warns warned warning insist insists insisted insisting maintain maintains maintained maintaining
  contend contends contended contending assert asserts asserted asserting allege alleges alleged alleging
  believe believes believed believing think thinks thought thinking suggest suggests suggested suggesting
  estimate estimates estimated estimating predict predicts predicted predicting conclude concludes concluded concluding
  find finds found finding show shows showed shown showing reveal reveals revealed revealing
  observe observes observed observing point points pointed pointing stress stresses stressed stressing
  emphasize emphasizes emphasized emphasise emphasises emphasised acknowledge acknowledges acknowledged
  admit admits admitted concede concedes conceded confirm confirms confirmed deny denies denied
  declare declares declared remark remarks remarked comment comments commented ask asks asked reply replies replied
  recall recalls recalled quote quotes quoted cite cites cited testify testifies testified vow vows vowed
  pledge pledges pledged promise promises promised propose proposes proposed recommend recommends recommended
  advise advises advised describe describes described hold holds held speculate speculates speculated
`)

/** Attributions without a verb. */
export const ATTRIBUTION_PHRASES: readonly string[] = [
  'according to',
  'as reported by',
  'by his own account',
  'by its own account',
  'by most accounts',
  'citing',
  'in the eyes of',
  'in the opinion of',
  'in the view of',
  'in the words of',
  'quoting',
  'so says',
]

/** Words that a line must not end with. */
export const FUNCTION_WORDS: ReadonlySet<string> = list(`
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

/** Words that a line must not begin with, because they need the text before it. */
export const DANGLING_STARTS: ReadonlySet<string> = list(`
  this that these those it its it's they them their theirs he him his she her hers such both others another
  they're they've they'll they'd he's he'll he'd she's she'll she'd it'll that's that'd
  thereby therein thereof former latter neither
`)

function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}
