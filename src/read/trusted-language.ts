import { primaryLanguage } from '../grammar/language-tag.ts'
import { languageOf, tagOf } from './language.ts'

/**
 * Returns the language that a file declares, as a BCP 47 tag; undefined if the tag is not valid, or if the text is
 * clearly in another language. A different script is clear evidence. So is long text in another language if the file
 * declares English, as templates do by default.
 */
export function trustedLanguage(declaration: string | undefined, prose: string): string | undefined {
  const declared = declaration === undefined ? undefined : tagOf(declaration)
  if (!declared || prose === '') return declared
  const detected = languageOf(prose)
  if (detected === 'und' || primaryLanguage(detected) === primaryLanguage(declared)) return declared
  if (scriptOf(detected) !== scriptOf(declared)) return undefined
  return primaryLanguage(declared) === TEMPLATE_LANGUAGE && prose.length >= RELIABLE_LENGTH ? undefined : declared
}

/** The language that many templates declare, whatever the language of the text. */
const TEMPLATE_LANGUAGE = 'en'

/** In characters. For text at least this long, language detection is reliable. */
const RELIABLE_LENGTH = 800

function scriptOf(language: string): string | undefined {
  return new Intl.Locale(language).maximize().script
}
