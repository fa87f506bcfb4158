import { isConclusion as concludesInEnglish, isMeta as isMetaInEnglish } from './english-cues.ts'

/** What the words of a language tell of a sentence's part in its text. */
export interface Cues {
  /** Whether it talks about the text or to its reader, and says nothing of the matter. */
  isMeta(sentence: string): boolean
  /** Whether it opens the end of its article. */
  isConclusion(sentence: string): boolean
}

/** The cues of a language, by its BCP 47 tag; null for one whose words nobody has listed and tested. */
export function cuesOf(language: string): Cues | null {
  return BY_LANGUAGE[language.toLowerCase().split('-')[0] ?? ''] ?? null
}

/** Sentences that a speaker says and no slide shows; a word longer than the cue would be another word. */
function cues(meta: readonly RegExp[], conclusions: RegExp): Cues {
  return {
    isMeta: (sentence) => meta.some((pattern) => pattern.test(sentence)),
    isConclusion: (sentence) => conclusions.test(sentence),
  }
}

const BY_LANGUAGE: Readonly<Record<string, Cues | undefined>> = {
  en: { isMeta: isMetaInEnglish, isConclusion: concludesInEnglish },
  de: cues(
    [
      /^(?:schauen|sehen|werfen|betrachten|beginnen|fangen|tauchen|gehen|blicken) wir (?:uns |nun |jetzt |also |zunächst |dann )*(?!(?:hart|viel|mehr)\b)(?:einen|an|ein|mit|zu|auf|in|die|den|das|genauer|tiefer)(?![\p{L}])/iu,
      /^kommen wir (?:nun |jetzt |damit |also )*(?:zum|zur|zu den)(?![\p{L}])/iu,
      /^lassen sie uns(?![\p{L}])/iu,
      /^in (?:diesem|dem folgenden) (?:artikel|beitrag|text|kapitel|abschnitt|leitfaden|tutorial)(?![\p{L}])/iu,
      /^dieser? (?:artikel|beitrag|text|kapitel|abschnitt|leitfaden) (?:zeigt|erklärt|beschreibt|behandelt|gibt|stellt|untersucht|handelt)(?![\p{L}])/iu,
      /^(?:lesen sie (?:hier|mehr|weiter|auch|dazu)|mehr (?:dazu|darüber|informationen|infos)|weitere informationen|hier (?:klicken|geht es weiter))(?![\p{L}])/iu,
      /^(?:abonnieren sie|melden sie sich|folgen sie uns|teilen sie)(?![\p{L}])/iu,
    ],
    /^(?:zusammenfassend|zusammengefasst|abschließend|als fazit|im fazit|fazit:|kurz gesagt|alles in allem|unter dem strich)(?![\p{L}])/iu,
  ),
  fr: cues(
    [
      /^(?:voyons|regardons|examinons|commençons|passons|plongeons|découvrons|explorons|intéressons-nous|penchons-nous)(?![\p{L}])/iu,
      /^dans (?:cet article|ce billet|ce texte|ce chapitre|cette section|ce guide|ce tutoriel)(?![\p{L}])/iu,
      /^cet? (?:article|billet|texte|chapitre|guide) (?:présente|explique|décrit|montre|propose|explore|examine|aborde|traite)(?![\p{L}])/iu,
      /^(?:lire aussi|à lire|lire la suite|pour en savoir plus|en savoir plus|cliquez ici|pour plus d[’'](?:informations|infos|détails))(?![\p{L}])/iu,
      /^(?:abonnez-vous|inscrivez-vous|suivez-nous|partagez)(?![\p{L}])/iu,
    ],
    /^(?:en conclusion|pour conclure|en résumé|pour résumer|en somme|au final|en définitive)(?![\p{L}])/iu,
  ),
  es: cues(
    [
      /^(?:veamos|vamos a (?:ver|empezar|explorar|analizar|repasar|hablar)|empecemos|comencemos|exploremos|analicemos|pasemos|echemos un vistazo)(?![\p{L}])/iu,
      /^en (?:este (?:artículo|texto|capítulo|apartado|tutorial)|esta (?:entrada|sección|guía))(?![\p{L}])/iu,
      /^est[ea] (?:artículo|texto|capítulo|guía|entrada) (?:presenta|explica|describe|muestra|ofrece|explora|examina|aborda|trata)(?![\p{L}])/iu,
      /^(?:lea también|lee también|leer más|sigue leyendo|para (?:más|obtener más) información|más información|haga clic|haz clic)(?![\p{L}])/iu,
      /^(?:suscríbete|suscríbase|regístrate|síguenos|comparte)(?![\p{L}])/iu,
    ],
    /^(?:en conclusión|para concluir|en resumen|para resumir|en definitiva|en suma|para terminar)(?![\p{L}])/iu,
  ),
}
