import { expect, test } from 'vitest'
import { cuesOf } from '../../src/grammar/cues.ts'

test.each([
  ['de', 'Werfen wir einen Blick auf die Zahlen.'],
  ['de', 'In diesem Artikel geht es um Nachtzüge.'],
  ['de-AT', 'Lesen Sie mehr dazu auf unserer Seite.'],
  ['fr', 'Voyons maintenant les chiffres.'],
  ['fr', 'Dans cet article, nous parlons des trains de nuit.'],
  ['fr', 'Pour en savoir plus, cliquez ici.'],
  ['es', 'Veamos ahora las cifras.'],
  ['es', 'En este artículo hablamos de los trenes nocturnos.'],
  ['en', "Let's look at the numbers."],
])('%s: "%s" talks about the text', (language, sentence) => {
  expect(cuesOf(language)?.isMeta(sentence)).toBe(true)
})

test.each([
  ['de', 'Wir sehen die Zahlen jeden Tag.'],
  ['de', 'Kommen wir zu spät, ist der Zug weg.'],
  ['de', 'Diesen Artikel der Verfassung kennt niemand.'],
  ['fr', 'Les voyons-nous partir, nous restons.'],
  ['fr', 'Dans ce pays, les trains partent tard.'],
  ['es', 'Este tren sale de noche.'],
  ['es', 'Empezó la tormenta a medianoche.'],
])('%s: "%s" does not', (language, sentence) => {
  expect(cuesOf(language)?.isMeta(sentence)).toBe(false)
})

test.each([
  ['de', 'Zusammenfassend lässt sich sagen, dass der Nachtzug bleibt.', true],
  ['de', 'Zusammen fassen sie mehr Wasser.', false],
  ['fr', 'En conclusion, le train de nuit reste.', true],
  ['fr', 'En conclusions hâtives, il excelle.', false],
  ['es', 'En resumen, el tren nocturno se queda.', true],
  ['es', 'En resúmenes anteriores no consta.', false],
])('%s: whether "%s" concludes', (language, sentence, concludes) => {
  expect(cuesOf(language)?.isConclusion(sentence)).toBe(concludes)
})

test('a language without a list has no cues', () => {
  expect(cuesOf('nl')).toBeNull()
  expect(cuesOf('und')).toBeNull()
})
