/**
 * Whether a sentence is for who reads the page, and not for an audience: it calls on them, turns them to another place, tells
 * what the text does next, or what its author feels.
 */
export function isAddressed(text: string): boolean {
  return ADDRESSED.some((pattern) => pattern.test(text))
}

const ADDRESSED: readonly RegExp[] = [
  // You can play the recording here. There are some options here.
  /(?<!\b(?:is|are|was|were|['’](?:s|re)|finally|now|already|almost|from|people|live|lives|lived|work|works|worked|stay|stays|stayed|came|come|comes|arrived)) here\W*$/iu,
  // We go into the differences below. Try the rules listed below.
  /(?<!\b(?:and|or|degrees|zero|from|far|well|just|days|metres|meters|feet)) (?:above|below)[.!]?$|\b(?:described|given|listed|mentioned|outlined|shown) (?:above|below)\b/i,
  // For inspiration, look at the log of the lock.
  /^(?:for|as) [^,]{2,60}, (?:please |you (?:can|may|should|might want to) |feel free to )?(?:see(?! (?:how|if|that|to|whether)\b)|check out|visit|head (?:over )?to|have a look|take a look|refer to|consult)\b/i,
  /^(?:please |do )?(?:check (?:it|them|this|that) out|have a look|take a (?:closer )?look|head over|jump over|hop over|swing by|drop by)\b/i,
  /^see (?!(?:how|if|that|to|what|whether|which|who|why)\b)(?:\S+ ){0,3}\S+$/i,
  /^see also\b|^see more\b/i,
  // Please submit your ideas for the next talk.
  /^(?:so |and |but )?please (?:do )?(?:also )?(?:add|apply|circulate|come|consider|contact|donate|e-?mail|file|fill|forward|get in touch|give|help|join|leave|let|mail|open|reach ?out|report|send|share|spread|submit|subscribe|support|take (?:our|it|the|this)|write to)\b/i,
  // Write to keeper@harbour.example if you want to row.
  /^(?:contact|e-?mail|find|follow|mail|message|ping|reach out to|tag|tweet|tweet at|write to) (?:\S+ )?(?:\S+@\S+\.\w|@\w|us\b|me\b|our team\b)/i,
  /^(?:come (?:join|meet|on in|say|see|talk|visit)|come and\b|donate|follow along|join (?:us|in|our|the (?:\S+ ){0,4}(?:channel|chat|community|conversation|discord|discussion|forum|mailing list|meeting|slack|team|zulip))|sign up|subscribe|tune in|apply (?:by|here|now|today)|spread the word|get involved|learn more|read (?:more|this week['’]s|about how|the upgrade guide))\b/i,
  /^(?:are you|do you feel)(?: \p{L}+ly)? (?:passionate|ready|looking|interested|excited|curious|eager|keen|tired|a fan|an? (?:\p{L}+ )?member of|new to|thinking (?:of|about)|intrigued)\b[^.]*\?$|^looking (?:for|to)\b[^.]*\?$|^do you (?:long|want|wish|know (?:someone|anyone)|have an? (?:colleague|friend))\b[^.]*\?$|^want to\b[^.]*\?$/iu,
  // If you would like to row, find us at the quay. Thank you for caring.
  /^if you(?:['’](?:d|re|ve))?(?: (?:are|do|find|have|know|like|need|notice|see|think|want|wish|would))?\b[^,]{0,90}, (?:please (?:contact|do|e-?mail|feel|file|find|follow|get|give|help|join|let|open|reach|send|share|sign|take|visit|write)|(?:contact|e-?mail|find|follow|join|let|reach out to|tell|write to) (?:me|us)\b|(?:do not|don['’]t) (?:be discouraged|hesitate)|check out|consider (?:joining|supporting)|feel free|get in touch|reach out|sign up|stay tuned)/i,
  /^(?:first(?:ly| of all)?,? |finally,? )?(?:thank you|thanks (?:again|for|so))\b/i,
  // We will look at the gauge. In part two, I will show how to read it.
  /^(?:(?:in|over|throughout|during|below|next|now|then|later|first|finally|today|here|so|and|but)\b[^.;:]{0,45}?,? )?(?:I|we)(?:['’]ll| will|['’](?:re|m) going to| (?:are|am) going to|['’]d like to| would like to| want to)(?: (?:also|first|now|next|then|briefly|just|only|quickly|start by|begin by))* (?:compare|continue \p{L}+ing|cover(?:ing)?|describ(?:e|ing)|discuss(?:ing)?|div(?:e|ing)|explain(?:ing)?|explor(?:e|ing)|go over|introduc(?:e|ing)|look(?:ing)?(?: more)? (?:at|into)|outline|present|provide an (?:introduction|overview)|recap|review|see (?:how|what|why)|share (?:a|an|some|updates|what|with)|show (?:how|you|what)|summari[sz]e|take a (?:closer |quick )?look|talk(?:ing)? about|touch on|walk(?:ing)? (?:you )?through)\b/iu,
  // Let's run the pump.
  /^(?:(?:so|now|first|next|then|okay|ok|and|but|instead|finally),? )?let(?:['’]s| us| me) \p{Ll}/u,
  /^(?:All ?right|Awesome|Good|Great|Now|OK|Okay|Perfect|Right|So|Sure|Understood|Well|With that(?: said)?)[,!.]? let(?:['’]s| us| me) \p{Ll}/u,
  /^Let(?:['’]s| us| me) \p{Ll}/u,
  // Here are some of the boats.
  /^(?:and |but |so |(?:to (?:begin|kick off|start)(?: off| with)?|first|next|now),? )?here(?:['’]s| is| are)\b(?:[^,;:–—]*$| (?:an?|how|my|our|some|the|what|where|why)\b)|^below (?:is|are)\b/i,
  // Consider this example of a gate.
  /^(?:and |but |so |now )?(?:consider|imagine|take) (?:an?|the following|this) (?:\p{L}+ )?(?:case|example|scenario|situation)\b/iu,
  // There is more to come! Please give us feedback as well. It takes more posts before we dive into it.
  /^(?:and |but )?there(?:['’]s| is)(?: (?:a lot|lots|much|plenty|so much|still))* more(?: (?:coming|to (?:come|explore|it|learn|say|see|tell)))\b|^(?:and |but )?there(?:['’]s| is) more\W|\bplease (?:give|leave|provide|send|share) (?:us |me )?(?:your |any )?feedback\b|\bbefore (?:I|we) (?:dive|get) into\b/i,
  // Sorry for the long text. The keys that we mentioned earlier are lost.
  /^(?:I['’]m )?sorry (?:about|for|if|that)\b|\b(?:I|we)(?:['’]ve| have)? (?:already |just )?(?:covered|described|discussed|mentioned|talked about) (?:above|before|earlier)\b/i,
  // So far we have looked at one gate.
  /^(?:so far|previously|earlier|up to now|until now|by now|in the (?:first|last|previous) (?:article|chapter|episode|part|post|section|tutorial))\b[^.;:]{0,20}?\b(?:I|we)(?:['’]ve| have)? (?:covered|described|discussed|explained|explored|introduced|learned|looked|saw|seen|talked)\b|^(?:I|we)(?:['’]ve| have) (?:already |just )?(?:covered|discussed|looked (?:at|into|over)|talked about|walked through)\b/i,
  // Note the old mark. Finished with your boat? P.S. The gate is shut.
  /^(?:note|notice|observe) (?:(?:also|especially|in particular) )?(?:how|the|these|this)\b|^hopefully,? (?:it|that|this|we|you)\b|\b(?:beginning|bottom|end|remainder|rest|start|title|top) of (?:the|this) (?:article|blog|page|post)\b|^(?:confused|curious|done|finished|not sure|ready|sold|stuck|tempted|unsure|worried)\b[^.]*\?$|^(?:correction|edit|edited|errata|note to self|p\.? ?s\.?|update|updated)\s?[:：(.]/i,
  // This chart shows the tides.
  /\b(?:these|this) (?:[\p{L}-]+ ){0,2}?(?:chart|code|diagram|drawing|figure|graph|illustration|image|listing|output|photo|picture|program|screenshot|snippet|table|video)s?\b/iu,
  // I apologise that I cannot recall the keeper.
  /^(?:and |but |so )?I(?:['’]m| am)(?: (?:also|so|still|very|really|especially|incredibly|deeply|extremely))* (?:curious|delighted|excited|glad|grateful|happy|honou?red|humbled|looking forward|pleased|proud|sorry|sure|thankful|thrilled)\b/i,
  // We are excited about these gates. What we are excited to announce is news.
  /^(?:and |but |so )?we(?:['’]re| are)(?: (?:also|so|still|very|really|especially|incredibly|extremely|all))* (?:curious|delighted|excited|glad|grateful|happy|looking forward|optimistic|pleased|proud|thrilled) (?:about|for (?:all|the (?:future|next)|this|what|your)|of (?:it|our|the|this|what)|to (?:be |continue|hear|keep|see|work)|with (?:it|the|this))\b/i,
  /^(?:and |but |so )?I (?:(?:also|still|do|must|have to|should|just|only) )?(?:admit|apologi[sz]e|can(?:not|['’]t) (?:recall|remember|wait)|confess|digress|don['’]t (?:have (?:an?|any|much)|recall|remember)|forget|forgot|guess|hope|mention|point out|promise|regret|say|suppose|swear|thank|took the liberty|wish|wo(?:n['’]t|uld not) (?:get|go) into)\b/i,
  // We would especially like to thank the keepers.
  /^(?:finally,? |and |also,? )?(?:I|we)(?:['’]d| would| want to| wish to| have to| must| can)?(?: \p{L}+ly| also| once again| again| like to| want to| wish to| just)* (?:thank|express (?:my|our)|extend (?:my|our|a)|give (?:special|big|huge|a (?:big|huge|special))|say thank)\b/iu,
  /^(?:so,? |and,? |but,? )?as (?:you can|you(?:['’]ve| have| may have)? probably|you (?:may|might)|you know|I|we(?:['’]ve)?) (?:already |also )?(?:discussed|explained|guess(?:ed)?|imagine|know|mentioned|noted|noticed|said|saw|see|seen|tell|told)\b/i,
  /^(?:and |but |so )?I(?:['’]d| would)(?: also| really)? (?:love|like) to\b|^we(?:['’]d| would) love\b|\bcould(?:n['’]t| not) have (?:done|made) (?:it|this) without\b|^hop (?:in|into|on) (?:our|the)\b|^I(?:['’]ll| will) be happy to\b/i,
]
