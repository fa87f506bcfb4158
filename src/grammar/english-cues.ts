/** Whether a sentence talks about the text or to its reader, and says nothing of the matter: "Let's dive in." */
export function isMeta(sentence: string): boolean {
  const text = withoutLead(sentence)
  return META.some((cue) => cue.every((pattern) => pattern.test(text)))
}

/** Whether a sentence opens the end of its article: "In conclusion, …" */
export function isConclusion(sentence: string): boolean {
  return CONCLUSIONS.test(straight(sentence))
}

/** Whether a sentence turns against the one before it, which it then needs: "However, …" */
export function isContrast(sentence: string): boolean {
  return CONTRASTS.test(straight(sentence))
}

/**
 * Whether a sentence before a listing, a list or a quotation says nothing without it: "You can install it with:", "Here are
 * the key dates:". What is whole by itself is none: "Memory is never full:".
 */
export function isAnnouncement(sentence: string): boolean {
  const text = straight(sentence).trimEnd()
  if (!/[:：]$/.test(text)) return false
  return ANNOUNCEMENTS.some((pattern) => pattern.test(text))
}

/**
 * How many UTF-16 code units of connective open a sentence that stands as well without it: 10 for "Moreover, it rains."
 * 0 where there is none. Contrast (However), consequence (Therefore) and example never count.
 */
export function connectiveLength(sentence: string): number {
  const length = CONNECTIVE.exec(straight(sentence))?.[0].length ?? 0
  return length < sentence.length ? length : 0
}

/**
 * How many UTF-16 code units open a sentence only to turn against the one before, or to follow from it: 9 for "However, it
 * rains." What stands after them was said all the same. 0 where there are none.
 */
export function turnLength(sentence: string): number {
  const length = TURN.exec(straight(sentence))?.[0].length ?? 0
  return length < sentence.length ? length : 0
}

/** A sentence has a cue where all of its patterns match. They are kept apart because one pattern for all could take the square of the time. */
type Cue = readonly RegExp[]

const META: readonly Cue[] = [
  [
    /^let(?:'s| us) (?:all |also |briefly |first |now |quickly |then )?(?:begin|break|check|consider|delve|dig|discuss|dive|examine|explore|get (?:into|started|to)|go (?:over|through)|have a look|jump|look|move on|play with|recap|review|see|start|take a (?:closer |deeper |quick )?look|talk|turn|unpack|walk)\b/i,
  ],
  [
    /^(?:below|in (?:this|the (?:following|next)) (?:article|blog|chapter|guide|lesson|page|piece|post|section|series|tutorial|video)(?: post| series)?),? (?:i|i'll|let's|our|we|we'll|you|you'll)\b/i,
  ],
  [/^(?:in )?the (?:remainder|rest) of (?:this|the) (?:article|chapter|guide|paper|post|report|section|tutorial)\b/i],
  [
    /^this (?:article|blog|blog post|chapter|guide|page|piece|post|section|tutorial|video) (?:aims|also|answers|breaks|contains|covers|deals|delves|demonstrates|describes|details|discusses|dives|documents|examines|explains|explores|focuses|gives|goes|highlights|introduces|is (?:about|for|intended)|lists|looks|offers|outlines|presents|provides|reviews|shows|summari[sz]es|walks|will)\b/i,
  ],
  [/^by the end of (?:this|the) (?:article|chapter|guide|lesson|post|section|tutorial)\b/i],
  [/^(?:before we (?:begin|delve|dive|get|go|jump|start)|without further ado|what follows is)\b/i],
  [/^(?:join us|follow along) as we\b/i],
  [/^(?:continue reading|keep reading|read on|read more|learn more|find out more|scroll down|stay tuned|see below)\b/i],
  [/^(?:sign up|subscribe) (?:for|to|now|here|today|below)\b/i],
  [/^(?:(?:leave|drop) (?:a|your) comments?|(?:follow|contact|email) us|share this)\b/i],
  [
    /^(?:be sure to |feel free to |make sure to |please |you can (?:also )?|you should )?check out (?!(?:at|by|is|of|time|was)\b)/i,
  ],
  [/^welcome (?:back )?to\b/i],
  [
    /\b(?:be|been|are|is) (?:described|explained|found|given|linked|listed|provided|read|seen|shown|viewed) (?:above|below|here)\W*$/i,
  ],
  [/^the following (?:is|are) [^:：]*$/i],
  [/^you can (?:also )?(?:find out|learn|read) more\b/i],
  [/^please (?:also )?(?:consult|read|refer to|see|visit)\b/i, /\b(?:to (?:find out|learn|read|see) more|for more)\b/i],
  [/\bclick (?:here|below|on the link|the link)\b/i],
  [
    /^for (?:additional|further|more) (?:background|detail|details|examples|info|information|reading)\b/i,
    /\b(?:check|consult|contact|go|head|please|read|refer|see|visit)\b/i,
  ],
  [
    /^(?:fig(?:ure|\.)|listing|table) [\w.]+ (?:also |below )?(?:compares|contains|depicts|describes|displays|gives|illustrates|lists|outlines|plots|presents|provides|reports|shows|summari[sz]es)\b(?! that\b)/i,
  ],
  [
    /\b(?:is|are) (?:also )?(?:depicted|displayed|given|illustrated|listed|plotted|presented|provided|reported|shown|summari[sz]ed) in (?:fig(?:ure|s?\.)|listing|table)s? [\w.]+$/i,
  ],
  [/^(?:we|in section \d)\b/i, /\b(?:describe|discuss|explain|outline|present|report)\b/i, /\bsection \d/i],
  [
    /\b(?:gain|give|gives|offer|offers|provide|provides|yield|yields)(?: \w+)? (?:critical|crucial|deeper|important|key|useful|valuable) (?:insight|insights|understanding)\b/i,
    /^\D*$/,
  ],
  [/\b(?:gain|gaining) an? (?:\w+ )?understanding\b/i, /^\D*$/],
]

const ANNOUNCEMENTS: readonly RegExp[] = [
  // The sentence goes on behind the colon.
  /(?:^|\s)(?:a|an|the|those|its|of|in|on|at|to|for|from|with|without|by|about|into|onto|as|like|than|via|and|or|but|if|is|are|was|were|be|been|has|have|had|do|does|must|should|shall|can|could|may|might|will|would|which|who|including|includes?|included|e\.g\.,?|i\.e\.,?|namely|example|instance|says?|said|asks?|asked|writes?|wrote|writing|reads?|states?|stated|adds?|added|using|defines?|gets?|finds?|ourselves|yourself|themselves|either|both)[:：]$/i,
  /\s(?:this|these|following|below|here|so|written|shows?|uses?|runs?|returns?|means?) ?[:：]$/i,
  /\b(?:the following|as follows|like (?:this|so)|(?:this|these|here|below)(?: one)? (?:\w+ )?(?:code|command|example|format|form|line|output|picture|program|question|questions|results|rule|rules|snippet|table|text))\b/i,
  /^(?:(?:and|so|but|for example|for instance),? )?(?:here(?:'s| is| are| were)|below (?:is|are)|consider|imagine|suppose|see|compare|contrast|take a look|look at|have a look|think of)\b/i,
  /\b(?:wrote|said|says|writes|asked|replied|commented)\b(?:[^,;]*| on [^;]{0,40})[:：]$/i,
]

/** Small words in front of a cue: "So, let's …". */
const LEADS =
  /^(?:and|but|finally|first|lastly|next|now|ok|okay|so|then|to (?:begin|start)(?: with)?|with that|for now)(?:,? )/i

function withoutLead(sentence: string): string {
  return straight(sentence).replace(LEADS, '')
}

const CONCLUSIONS =
  /^(?:in (?:conclusion|summary)\b|(?:in closing|to (?:conclude|recap|sum up|summari[sz]e|wrap up|wrap things up)|summing up|wrapping up)(?:,|:| then\b))/i

const CONTRASTS =
  /^(?:(?:rather|still|though),|(?:however|but|yet|nevertheless|nonetheless|conversely|instead(?! of)|on the other hand|on the contrary|by contrast|in contrast|even so|that said|despite (?:this|that|these)|in spite of (?:this|that)|and yet|alternatively|otherwise|unfortunately)\b)/i

const TURN =
  /^(?:(?:however|still|nevertheless|nonetheless|that said|even so|and yet|therefore|thus|as a result|as a consequence|consequently|hence|accordingly|so|yes|now|sure|well), |(?:but|yet) (?!(?:if|unless|not|no|only|for|when|what|why|how|to|with|without|then|also|even|rather|instead|it is not|once)\b))/i

const CONNECTIVE =
  /^(?:(?:in conclusion|in summary|in closing|to conclude|to recap|to sum up|to summari[sz]e|summing up|furthermore|moreover|additionally|in addition|also|besides|likewise|similarly|what is more|what's more|on top of that|beyond that|first|firstly|first of all|second|secondly|third|thirdly|fourth|finally|lastly|last but not least|next|then|indeed|in fact|notably|importantly|more importantly|most importantly|crucially|interestingly|significantly|needless to say|as mentioned(?: above| before| earlier)?|as noted(?: above| earlier)?|of course|as you can see|as always|as usual|as expected|at the same time|in the meantime|meanwhile|in turn|in particular), |(?:note|notice|remember|recall|keep in mind|bear in mind|be aware) that (?=\w)|(?:this|that) (?:also )?means that |(?:this|that) means (?=(?:you|we|they|it|the|your|our|all|any|every)\b)|it turns out that |the (?:good|bad|great) news is that |and (?!yet\b|so\b|then\b)|(?:it is|it's) (?:also )?(?:important|worth|essential|interesting) (?:noting|to note|to remember|mentioning|remembering) that |it should (?:also )?be noted that |(?:please )?note that )/i

/** Straight apostrophes, without a change of length. */
function straight(sentence: string): string {
  return sentence.replace(/[’‘ʼ]/g, "'")
}
