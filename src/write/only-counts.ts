/** Whether a line ends in things that it only counts, and that follow it: "There are several reasons", "We tried three ways". */
export function onlyCounts(text: string): boolean {
  return COUNTED.test(text)
}

/** What an article counts before it tells of each. */
const COUNTED =
  /\b(?:a (?:couple|few|handful|lot|number|range|series|set|variety)(?: of)?|different|few|lots of|many|multiple|numerous|several|some|two|three|four|five|six|seven|eight|\d{1,2}|various)(?: [\p{L}-]+){0,3}? (?:advantages|alternatives|approaches|areas|aspects|benefits|cases|categories|caveats|challenges|changes|components|considerations|criteria|disadvantages|drawbacks|examples|exceptions|experiments|factors|forms|goals|groups|ideas|improvements|issues|kinds|lessons|limitations|methods|models|options|parts|patterns|phases|pieces|points|possibilities|principles|problems|questions|reasons|recommendations|requirements|rules|scenarios|solutions|stages|steps|strategies|suggestions|tasks|techniques|themes|things|tips|topics|trade-?offs|trends|types|ways)\W*$/iu
