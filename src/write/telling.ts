import { isAnnouncement } from '../grammar/english-cues.ts'
import { FUNCTION_WORDS, plain } from '../grammar/english-words.ts'
import { isFiniteVerb, rootOf, type Tree } from '../grammar/tree.ts'
import { countWords } from '../grammar/words.ts'
import type { Weighed } from '../model/outline.ts'
import { isAddressed } from './addressed.ts'
import type { Ledger } from './ledger.ts'
import { isBalanced } from './validate.ts'

/** Whether a sentence says something to an audience: not to the reader of a page, and not in passing. */
export function isTelling(ledger: Ledger, { kind, role, text }: Weighed): boolean {
  // A line of a table of contents says what the heading will.
  const isHeading = kind === 'prose' && ledger.headings.has(text)
  if (isHeading || role === 'meta' || !SHOWN.has(kind)) return false
  const tells = (): boolean => hasMatter(ledger, text) && isForAudience(ledger.parse, kind, text)
  return ledger.parse?.known?.telling.recall(`${kind} ${text}`, tells) ?? tells()
}

function hasMatter({ article }: Ledger, text: string): boolean {
  return /\p{L}/u.test(text.replace(STAMP, '')) && countWords(text, article.language) >= LEAST_WORDS
}

function isForAudience(parse: Ledger['parse'], kind: Weighed['kind'], text: string): boolean {
  if (isOfThePage(text) || ASIDE.test(text) || !isBalanced(text)) return false
  if (kind === 'quotation') return !SPEAKER.test(text)
  if (kind !== 'prose') return true
  return !(isPart(parse, text) || sendsAway(text) || invites(text) || (parse !== null && isAddressed(text)))
}

/** Whether a sentence says nothing without what stands before or behind it: "…and so on.", "You can install it with:". */
function isPart(parse: Ledger['parse'], text: string): boolean {
  if (/^(?:…|\.{3}|e\.g\.|i\.e\.)/.test(text)) return true
  if (parse === null) return /[:：]$/.test(text)
  // "where p is the pressure": of a formula before it.
  if (/^(?:where|which|whose|with)\b/.test(text)) return true
  // "Built by Ann for .": a place that nobody filled in. "is a gate that floats": so is what begins with its verb.
  if (HOLE.test(text) || (/^\p{Ll}/u.test(text) && isFiniteVerb(parse(text).tokens[0]))) return true
  // "Which makes the gate heavy."
  if (/^(?:and |so )?which\b.*[^?]$/i.test(text) && isFiniteVerb(parse(text.replace(/^(?:and|so) /i, '')).tokens[1]))
    return true
  // "While a crane lifts and turns": the clause that it leads to stands elsewhere.
  if (/^(?:while|whereas|although|though|unless)\b[^,;:–—]*$/i.test(text)) return true
  if (isClauseOnly(parse(text))) return true
  if (/^to quote\b/i.test(text)) return true
  const isOpenEnded = /[\p{L}\d]$/u.test(text) && FUNCTION_WORDS.has(plain(text.split(/\s+/).at(-1) ?? ''))
  return isOpenEnded || isAnnouncement(text)
}

const HOLE = /\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|via|with) (?:[,;](?= )|\.(?= \p{Lu}|$)|$)/u

/** "Whereas the lock has two gates, and the weir none": its main verb hangs on the word that it opens with. */
function isClauseOnly(tree: Tree): boolean {
  const [first] = tree.tokens
  return (
    first?.relation === 'mark' &&
    first.head === rootOf(tree) &&
    /^(?:although|as|though|whereas|while)$/i.test(first.text)
  )
}

/**
 * "Far from it." says little by itself: no verb, no figure, and no more words than a phrase has. What has no verb with a tense and
 * no mark behind it stands under a picture: "The keeper with a lamp in the tower".
 */
export function isFragment({ parse }: Ledger, { kind, text }: Weighed): boolean {
  if (parse === null || kind !== 'prose') return false
  const isOpen = /^\p{Lu}[^\d:]*[\p{L})]$/u.test(text)
  if (isOpen && !isCommand(parse, text) && !parse(text).tokens.some(isFiniteVerb)) return true
  if (text.length > LONGEST_FRAGMENT || /\d|\?$/.test(text)) return false
  const { tokens } = parse(text)
  // "The pipe matters": a plural behind a noun may be a verb.
  return !tokens.some(
    ({ upos, xpos }, at) =>
      /^(?:AUX|VERB)$/.test(upos) || (xpos === 'NNS' && /^(?:NOUN|PROPN)$/.test(tokens[at - 1]?.upos ?? '')),
  )
}

function isCommand(parse: NonNullable<Ledger['parse']>, text: string): boolean {
  const { tokens } = parse(text)
  return tokens.some(({ xpos, relation }) => xpos === 'VB' && relation === 'root')
}

/** In characters. */
const LONGEST_FRAGMENT = 50

/** Whether a line is what a page needs and a talk does not: a way back up, a credit, an address. */
export function isOfThePage(text: string): boolean {
  return OF_THE_PAGE.some((pattern) => pattern.test(text))
}

/** Whether a sentence only says where else something is to be found: an audience cannot go there. An item of a list may be such a place. */
export function sendsAway(text: string): boolean {
  const asked = text.replace(/^(?:if|when) [^,]{2,80}, /i, '')
  return SENDS_AWAY.some((pattern) => pattern.test(text) || pattern.test(asked))
}

/** Whether a sentence calls the reader of a page to do something with it or its makers: "Try it out!", "Have a question?" */
export function invites(text: string): boolean {
  return text.length <= LONGEST_INVITATION && INVITES.some((pattern) => pattern.test(text))
}

/** In characters: what says more has matter beside the call. */
const LONGEST_INVITATION = 110

const INVITES: readonly RegExp[] = [
  /^(?:(?:go ahead and|please|so|then|and|now|just|feel free to|you can(?: also| now)?),? )*(?:(?:check|try) (?:it|them|this) (?:out|today|now|yourself|for yourself)\b|give (?:it|them|this) a (?:go|shot|spin|try|whirl)\b|give \p{Lu}\p{L}+ a (?:go|shot|spin|try)\b|(?:come )?join (?:us|the (?:chat|conversation|discussion|fun))\b|come (?:and )?join\b|jump (?:right )?in\b|tune in\b|RSVP\b|bring (?:all )?your questions\b|let (?:me|us) know\b)/iu,
  /^(?:do you |you )?(?:got|have|has) (?:an?|any|more|other|some) (?:other )?(?:comments?|feedback|ideas?|questions?|suggestions?|thoughts?)\b[^.]*\?$/i,
  /^(?:are you )?(?:curious|eager|excited|intrigued|interested|keen)\b[^.]*\?$|^have we caught your\b/i,
  /^(?:would you like|(?:do you )?(?:still )?want) to\b[^.]*\?$/i,
  /^(?:do you )?need (?:a hand|help|more)\b[^.]*\?$|^(?:any|more) (?:ideas|questions|thoughts)\?$/i,
  /^(?:and |so )?(?:I|we) (?:really |sincerely )?hope (?:that )?(?:it|the|this|these)\b.*!$/i,
  /\b(?:I|we)(?:['’]d| would) (?:be (?:glad|happy|thrilled) to hear|love to (?:hear|know what you|meet you|see you))\b|\bwants? to hear (?:about it|from you)\b/i,
  /^(?:I|we) (?:(?:can['’]t|cannot) wait|hope (?:that )?(?:it(?:['’]s|['’]ll| (?:helps|is|was|will))|this (?:article|helps|post|was|will)|to see you|you(?:['’]ll)? )|(?:really )?look forward to|thank you)\b/i,
  /^(?:please )?(?:report any|(?:help|support) us\b)|\bplease (?:consider joining|do (?:join|reach out)|get in touch|let (?:me|us) know|reach out|read on)\b|\bkeep reading\W*$/i,
  /^(?:I|we)(?:['’](?:m|re)| am| are) (?:always |more than )?(?:glad|happy|here) to (?:answer|chat|discuss|help|talk)\b|^(?:apply|donate|enrol|register|sign up|subscribe|vote) (?:here|now|online|today)\b/i,
  /^(?:good luck|happy \p{L}+ing|enjoy|have fun|congratulations|congrats|that['’]s it|thank you|thanks)\b[^.!?]{0,30}!$/iu,
]

const SENDS_AWAY: readonly RegExp[] = [
  // For more details, see the log of the harbour.
  /^for (?:additional|complete|full|further|more)\b[^,.]*,/i,
  /^(?:please |also |(?:you )?(?:can|may)(?: also)? )*(?:browse|check ?out|consult|explore|have a look at|head (?:over )?to|read(?: about)?|refer (?:back )?to|see(?: also)?|take a (?:look|peek) at|view|visit)\b.*\b(?:for|to (?:find|get|learn|see)) (?:an? |its |the )?(?:(?:additional|all|approachable|complete|full|further|general|how|more|whole) )*(?:background|context|descriptions?|details?|directions|discussion|examples?|explanations?|help|introduction|list|overview|how|info|information|instructions|more|motivation|reference|what)\b/i,
  /^(?:if you(?:['’]d| would)? (?:like|want|wish) to|(?:want|wish) to|to) (?:find out|hear|know|learn|read|see) more\b/i,
  // See the log of the harbour. Read our guide to locks!
  /^(?:please |also |(?:you )?(?:can|may)(?: also)? |be sure to |(?:don['’]t|do not) forget to |make sure (?:to|you) )*(?:check|check ?out|consult|explore|have a look at|read|refer (?:back )?to|see(?: also)?|take a (?:look|peek) at|visit)(?: at)? (?:the|our|my|this|these|their|its|official)\b(?: [\p{L}\p{N}.’'&-]+){0,6}? (?:announcement|article|blog|calendar|change ?log|chapter|docs?|documentation|FAQs?|guides?|guidelines|handbook|instructions|links?|manual|notes|pages?|playbook|post|pull request|README|reference|release notes|repo|repository|RFC|schedule|section|site|spec|specification|tutorial|video|website|wiki)\b/iu,
  // See the following for more. Refer to either of these sources:
  /^(?:please )?(?:consult|read|refer to|see)\b.*\b(?:following|sources|these|those)\b/i,
  /^(?:please )?(?:check|read|see|visit)\b.*\bhttps?:\/\//i,
  // For the docs of each tongue see:
  /^for [^,:]{2,60}? (?:details|docs|documentation|examples?|information|instructions),? (?:please )?(?:check|read|see|visit)\b/i,
  // View this week's log.
  /^(?:browse|read|see|view) (?:last|the|this) (?:day|month|week|year)['’]s\b/i,
  /^see (?:also )?(?:https?:|#|[A-Z]{2,}s? #?\d|(?:issue|pull request) #?\d)/i,
  // AI helped write this blog post! The final code is available on a server.
  /\bth(?:e|is) blog ?post\b/i,
  /\b(?:code|data|demos?|examples?|notes|project|recordings?|repo|repository|slides?|source|templates?|videos?)\b[^.,]{0,40}\b(?:are|can be|is|may be) (?:available|downloaded|found|seen|viewed)\b/i,
  /^(?:and |so )?(?:now|next),? (?:I|let['’]s|we) .*\b(?:begin|dive|get|move|start|turn)s?\b/i,
  // The next few sections dig into the costs. If you have any questions, write to Ann.
  /^(?:in )?the (?:following|next|rest of (?:the|this)|remaining) (?:(?:couple of|few|two|three|four) )?(?:article|chapter|page|paragraph|post|section)s?\b/i,
  /^(?:if|should) you have (?:any )?(?:comments?|feedback|questions?|suggestions?)\b.*\b(?:ask|contact|email|get in touch|let (?:me|us) know|mail|ping|reach out|write)\b/i,
  /^post by @\w/i,
  // A second article to complete the series will be written soon.
  /\b(?:articles?|blog posts?|episodes?|posts?|tutorials?)\b[^.]*\b(?:will be (?:posted|published|released|written)|coming soon)\b/i,
  /^see you\b|^(?:please )?read on\b|\bstay tuned\b|^(?:please )?feel free to (?:ask|comment|contact|contribute|get in touch|open|ping|reach|report|share|try (?:it|out|them|this))\b|^look here\b|\b(?:click|go|head(?: over)?) here\b/i,
  /^(?:you can |you may |you might want to )(?:also )?(?:find|read|see|learn|check ?out|view|download|watch)\b.*\b(?:here|(?:more|further) (?:about|details?|information|on)|article|blog|post|docs|documentation|guide|change ?log|repo|repository|GitHub|website|via)\b/i,
  /^you can (?:also )?(?:browse|see|view) (?:all|our|open|the list)\b/i,
  /\byou(?:['’]ll| (?:can|may|will))(?: also)? (?:find|read|see)\b.*\b(?:guide|docs|documentation|handbook|details|information)(?: (?:too|below|here|there|as well))?\W*$/i,
  /^(?:more|further|additional|complete|full) (?:details?|information|info|on this)\b.*\b(?:are|is|can be|may be) (?:available|found|in|on|at|here)\b/i,
]

/** Kinds that are shown as lines of prose. */
const SHOWN: ReadonlySet<string> = new Set(['prose', 'item', 'quotation'])

/** "Warning!" and "For instance," tell nobody anything. */
const LEAST_WORDS = 3

/** "— Ann Bell, keeper", under the words of a quotation. */
const SPEAKER = /^(?:[—–―]|-[-–]?) ?\p{Lu}[^.!?]{1,100}$/u

/** (A sentence in brackets.) */
const ASIDE = /^\([^()]*\)\W*$/

const OF_THE_PAGE: readonly RegExp[] = [
  // THE SOFTWARE IS PROVIDED "AS IS": a licence.
  /^[^\p{Ll}]{80,}$/u,
  // A. Bell, C. D. Marsh: The tide, 1912.
  /^(?:\p{Lu}\.[\s-]?){1,3}\p{Lu}[\p{L}-]+(?:,| and\b).*\b(?:19|20)\d\d\b/u,
  // An entry of a list of sources: ^ "The title of a page".
  /^(?:\^|↑|\[\d+\]) /,
  // The mark of a link, or an address by itself, or under its label: nobody reads one aloud.
  /\]\(https?:|^\W*(?:https?:\/\/|www\.|youtu\.be\/|(?:player\.)?vimeo\.com\/|youtube\.com\/)\S+\W*$/,
  /^\W*(?:[\p{L}’'-]+ ){0,3}[\p{L}’'-]+\s?:\s*https?:\/\/\S+\W*$/u,
  /^\W*(?:(?:back|return|go back) to (?:the )?(?:top|(?:table of )?contents|index|(?:[\p{L}\d]+ ){0,3}(?:home|index|list|main|menu|overview|page))|(?:browse|go to|see|show|view) all\b[^.]{0,30}|skip to (?:the )?(?:main )?content|table of contents)\W*$/iu,
  /^\W*(?:continue|jump|proceed|skip)(?: (?:ahead|back|on))? to (?:(?:the )?(?:next|previous) )?(?:chapter|page|part|section|step)\b[^.]{0,50}$/i,
  /^[^.!?]{2,60} [|»›·] (?:next|previous|prev|back|home|index|top)\b/i,
  /^\W*(?:learn|read|find out|see) more(?: about [^.]{1,60})?\W*$/i,
  /^\W*(?:photo(?:graph)?|image|picture|illustration|graphic|video)s?(?: credits?| courtesy of)?(?:\s?:| by\b)/i,
  /^\W*(?:courtesy of |(?:credits?|source)\s?:\s)[^.]{0,60}$/i,
  /^\W*(?:editor['’]?s['’]? note|advertisement|sponsored content)\b/i,
  // Posted by Ann Bell on 3 May 2024
  /^(?:(?:[Aa]rticle|[Aa]uthored|[Cc]ompiled|[Cc]ontributed|[Gg]uest post|[Oo]riginally|[Pp]ost|[Pp]osted|[Pp]ublished|[Ss]tory|[Ss]ubmitted|[Ww]ords|[Ww]ritten) )*[Bb]y:? (?:@\w+|\p{Lu}[\p{L}.’'-]+)(?:[ ,|·•()–—-]+(?:and|at|for|in|of|on|the|@\w+|\p{Lu}[\p{L}.’'-]*|\d[\d.:/-]*(?:st|nd|rd|th)?)){0,12}\W*$/u,
  /^(?:(?:[Aa]uthors?|[Ee]ditors?|[Ii]nterviewers?)(?: (?:&|and) \p{L}+)?|[Pp]osted by|[Rr]eviewed by|[Ww]ritten by) ?: ?[@\p{Lu}].{1,160}(?<![.!?])$/u,
  /^\W*this (?:article|post|story|piece) (?:(?:has been|is|was) )?(?:also |first |originally )?(?:appeared|compiled|posted|published|reposted|reprinted|updated|written)\b/i,
  /^(?:download|print|save|share|view) this [^.]{1,50}$/i,
  /^(?:download|explore|get|read|see|view) (?:the|our|this year['’]s) (?:complete|entire|full|latest|whole) [^.]*\b(?:article|blog|changelog|guide|notes|paper|post|report|story)\b/i,
  /\b(?:you['’]ve|you have) (?:just )?(?:finished )?read(?:ing)? (?:the|this|our)\b|\b(?:thanks?|thank you) for reading\b/i,
  /^(?:feel free to |please )?(?:share|leave|post|send) (?:us )?(?:your|a) (?:comments?|experiences?|feedback|questions?|thoughts)\b/i,
  /\b(?:by|for|from|in|of|on|throughout) (?:my|our|this|the (?:last|next|previous|whole)) (?:blog )?(?:article|post|series)\b|\bwhole blog post\b/i,
  /<\/(?:a|b|div|em|figcaption|figure|h\d|i|li|p|span|strong|table|td|tr|ul)>|<(?:a|div|figure|iframe|img|p|span)\s[^>]*=/i,
  // Order reprints | Today's paper | Subscribe
  /^(?=.*\b(?:log in|newsletters?|reprints?|sign (?:in|up)|subscribe)\b)[^|.!?]{2,40}(?: \| [^|.!?]{2,40})+$/i,
  // A heartfelt thanks to the keepers!
  /^(?:and |also,? |finally,? |last but not least,? )?(?:(?:a|again|big|heartfelt|huge|many|my|our|sincere|special|very|warm) )*(?:kudos|shout-?outs?|thanks|thank you)\b(?! to .*, .*\b(?:are|can|could|has|have|is|may|was|were|will|would)\b)/i,
  /["“]thank you[!,.]*["”]? (?:also )?to\b|\bgive a (?:big|huge|special) ["“]?thank/i,
  // — Ann Bell (@bell) June 9, 2017
  /^[—–-]{1,3} ?[^()]{2,60} \(@\w+\)/,
  // Next: How to draw a lock
  /^(?:up next|next|previous|prev) ?(?::|→|»)\s/i,
  /^interested in (?:more|reading)\b/i,
  /^(?:(?:in )?(?:our|the) )?(?:earlier|last|previous|prior) (?:(?:couple of|few|two|three) )?(?:article|blog post|chapter|episode|guide|lesson|page|post|tutorial)s?\b/i,
  /^(?:get|join|keep up|receive|sign up|subscribe)\b[^.]*\bnewsletters?\b/i,
]

/** When something was put on a page: "Sept. 25, 2018", "1:39 PM ET", "Last updated on Friday". */
const STAMP =
  /\b(?:(?:last )?(?:updated?|posted|published|modified)|on|at|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|[ap]\.?m|[ecmp][sd]?t|gmt|utc|st|nd|rd|th|(?<=\d)(?:st|nd|rd|th|[ap]m))\b/gi
