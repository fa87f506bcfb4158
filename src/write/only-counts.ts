/** Whether a line ends in things that it only counts or praises, and that follow it: "There are several ways to row", "This has a catch". */
export function onlyCounts(text: string): boolean {
  return (COUNTED.test(text) && !IN_PASSING.test(text)) || THERE.test(text) || ONE.test(text) || FOLLOWING.test(text)
}

const THERE =
  /^(?:(?:and|but|so|also|in general|generally|firstly|first),? )?there(?: are| were|['’]re)(?: also| still)? (?:a (?:couple|few|handful|lot|number|range|series|set|variety)|few|lots|many|multiple|numerous|several|some|two|three|four|five|six|seven|various)(?: of)?(?: [\p{L}-]+){0,3}? (?:approaches|areas|aspects|cases|caveats|challenges|differences|examples|exceptions|factors|ideas|issues|kinds|lessons|limitations|methods|options|places|points|possibilities|problems|questions|reasons|rules|situations|solutions|steps|strategies|techniques|things|tips|trade-?offs|types|ways)\b[^.:;,]{0,60}[.!]?$/iu

/** "It had an unexpected advantage!" */
const ONE =
  /\b(?:has|have|had|is|was|there['’]s|comes with|came with|leads to|led to|raises|poses|introduces) (?:an?|one|some)(?: [\p{L}-]+){0,2} (?:advantage|benefit|catch|caveat|challenge|consequence|difference|disadvantage|downside|drawback|exception|flaw|goal|idea|issue|limitation|problem|purpose|question|reason|side effect|surprise|trick|twist|upside)[.!]?$/iu

/** "We look for the following experience." */
const FOLLOWING =
  /\b(?:as follows|the following(?! (?:day|week|month|year|morning|night|season|spring|summer|autumn|winter)))\b[^:]*$/i

/** What an article counts before it tells of each. */
const COUNTED =
  /\b(?:a (?:couple|few|handful|lot|number|range|series|set|variety)(?: of)?|different|few|lots of|many|multiple|numerous|several|some|two|three|four|five|six|seven|eight|\d{1,2}|various)(?: [\p{L}-]+){0,3}? (?:advantages|alternatives|approaches|areas|aspects|benefits|cases|categories|caveats|challenges|changes|components|considerations|criteria|disadvantages|drawbacks|examples|exceptions|experiments|factors|fields|files|folders|forms|goals|groups|ideas|improvements|issues|items|kinds|lessons|limitations|methods|models|options|parts|patterns|phases|pieces|points|possibilities|principles|problems|questions|reasons|recommendations|requirements|rules|scenarios|solutions|stages|steps|strategies|suggestions|tasks|techniques|themes|things|tips|topics|trade-?offs|trends|types|ways)\W*$/iu

/** "It shows the depth across multiple locks": where or of what something is, and no more is told of that. Reasons and ways are told. */
const IN_PASSING =
  /\b(?:across|among|between|by|for|from|in|into|like|of|on|over|than|through|to|under|with) (?:different|many|multiple|some|various)\b(?![^.]*\b(?:reasons|ways)\W*$)[^,;:]*$/i
