// Word lists for shortening sentences in languages without a parser.

import type { Span } from '../model/span.ts'

/** Finds the words that can be dropped from a sentence, by means of word lists for one language. */
export interface DroppableWords {
  /**
   * Returns the length, in UTF-16 code units, of an opening connective that the sentence does not need: "Außerdem: …".
   * Returns 0 if there is none.
   */
  connectiveLength(sentence: string): number
  /**
   * Finds asides that the sentence does not need, with the space or comma before them: " (gebaut 1890)", ", qui date de
   * 1890,". The spans are in ascending order.
   */
  asides(sentence: string): readonly Span[]
}

/**
 * Returns the lists for the language of a BCP 47 tag; null if there are none, in which case sentences are shown whole.
 */
export function droppableWordsOf(language: string): DroppableWords | null {
  return BY_LANGUAGE[language.toLowerCase().split('-')[0] ?? ''] ?? null
}

interface Lists {
  /**
   * Connectives, with the comma, colon or space after them, that can be dropped at the start of a sentence. After a
   * conjunction such as "und", "et" or "y", a word that opens a subject must follow, such as an article or a pronoun.
   */
  readonly connectives: RegExp
  /**
   * Relative clauses between two commas that only add information about a subject. Null if the language puts commas
   * around restrictive clauses too.
   */
  readonly clauses: RegExp | null
  /** An aside that contains one of these words is never dropped. */
  readonly keepWords: RegExp
  /** Words after which text in brackets is part of a phrase, so that it cannot be dropped. */
  readonly phraseOpenings: RegExp
}

function droppableWords({ connectives, clauses, keepWords, phraseOpenings }: Lists): DroppableWords {
  return {
    connectiveLength: (sentence) => {
      const length = connectives.exec(sentence)?.[0].length ?? 0
      return length < sentence.length ? length : 0
    },
    asides: (sentence) => {
      const brackets = [...sentence.matchAll(BRACKETS)].filter(
        ({ 0: found, index }) => !(keepWords.test(found) || phraseOpenings.test(sentence.slice(0, index))),
      )
      const clauseMatches =
        clauses === null ? [] : [...sentence.matchAll(clauses)].filter(({ 0: found }) => !keepWords.test(found))
      const spans = [...brackets, ...clauseMatches].map(({ 0: found, index }): Span => [index, index + found.length])
      return spans
        .toSorted(([one], [other]) => one - other)
        .filter(([start], index, all) => start >= (all[index - 1]?.[1] ?? 0))
    },
  }
}

/** Text in brackets after a word and before another word, a punctuation mark or the end: " (as it were)". */
const BRACKETS = /(?<=[\p{L}\p{N}”"»]) \([^()]{2,120}\)(?=[\s.,;:!?]|$)/gu

const BY_LANGUAGE: Readonly<Record<string, DroppableWords | undefined>> = {
  de: droppableWords({
    connectives:
      /^(?:(?:kurz gesagt|kurzum|anders gesagt|mit anderen worten|im klartext|mehr noch|und mehr noch|außerdem|zusammengefasst|fest steht|klar ist): |(?:nun|ja|nun gut|wohlgemerkt|übrigens), |(?:und|denn) (?=(?:der|die|das|ein|eine|er|sie|es|wir|ich|man|kein|keine|alle|viele|jeder|jede|jedes)\s))/iu,
    clauses: null,
    keepWords:
      /(?<!\p{L})(?:nicht|kein\p{L}*|nie|ohne|nur|außer|wenn|falls|sofern|oder|und|bis|laut|angeblich|vermutlich|wohl|etwa)(?!\p{L})/iu,
    phraseOpenings:
      /(?<!\p{L})(?:der|die|das|dem|den|des|ein\p{L}*|kein\p{L}*|und|oder|in|im|am|an|auf|aus|bei|mit|nach|von|vom|vor|zu|zum|zur|für|um|als|wie|nicht|sehr)$/iu,
  }),
  fr: droppableWords({
    connectives:
      /^(?:de plus|en outre|par ailleurs|en fait|en effet|bref|enfin|de surcroît|qui plus est|autrement dit|d[’']autre part|à noter|bien sûr|bien entendu|du reste), |^(?:et|car) (?=(?:le|la|les|un|une|il|elle|ils|elles|on|nous|vous|ce|cette|ces|chaque)\s)/iu,
    clauses:
      /, (?:qui|dont|où) [^,;:()«»"“”]{4,90},(?= (?:est|sont|était|étaient|a|ont|avait|avaient|sera|seront|fut|furent|peut|peuvent|doit|doivent|va|vont|reste|restent)\s)/giu,
    keepWords:
      /(?<!\p{L})(?:ne|pas|jamais|sans|sauf|seul\p{L}*|seulement|si|ou|et|selon|environ|peut-être|sinon|aucun\p{L}*)(?!\p{L})|n[’']/iu,
    phraseOpenings:
      /(?<!\p{L})(?:le|la|les|l[’']|un|une|des|du|de|d[’']|à|au|aux|en|dans|par|pour|sur|avec|et|ou|que|qui|très)$/iu,
  }),
  es: droppableWords({
    connectives:
      /^(?:además|asimismo|por otra parte|por otro lado|de hecho|en efecto|en realidad|en fin|finalmente|por último|es más|dicho de otro modo|por cierto|desde luego|por supuesto), |^(?:y|e) (?=(?:el|la|los|las|un|una|nosotros|cada|todo|toda|todos|todas)\s)/iu,
    clauses:
      /, (?:que|quien|quienes|cuyo|cuya|donde) [^,;:()«»"“”]{4,90},(?= (?:es|son|era|eran|fue|fueron|será|serán|ha|han|había|habían|puede|pueden|debe|deben|está|están|tiene|tienen|sigue|siguen)\s)/giu,
    keepWords:
      /(?<!\p{L})(?:no|nunca|jamás|ni|sin|salvo|excepto|solo|sólo|solamente|si|o|u|y|e|según|quizá\p{L}*|unos|unas|ningun\p{L}*|ningún)(?!\p{L})/iu,
    phraseOpenings: /(?<!\p{L})(?:el|la|los|las|un|una|unos|unas|del|de|al|a|en|por|para|con|sobre|y|e|o|u|que|muy)$/iu,
  }),
}
