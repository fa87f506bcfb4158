import { expect, test } from 'vitest'
import { shortenByWordLists } from '../../src/write/shorten-by-word-lists.ts'

function versionsOf(language: string, sentence: string): string[] {
  return shortenByWordLists(language, sentence).map((spans) =>
    spans.map((span) => sentence.slice(...span).trim()).join(' '),
  )
}

test.each([
  ['de', 'Und die Bäume kühlen die Straße am Abend.', 'die Bäume kühlen die Straße am Abend.'],
  ['de-AT', 'Kurz gesagt: Der Baum braucht mehr Erde.', 'Der Baum braucht mehr Erde.'],
  ['de', 'Die alte Brücke (gebaut 1890) trägt vierzig Züge.', 'Die alte Brücke trägt vierzig Züge.'],
  ['fr', 'De plus, le vieux pont porte quarante trains.', 'le vieux pont porte quarante trains.'],
  ['fr', 'Le pont, qui date de 1890, est fermé la nuit.', 'Le pont est fermé la nuit.'],
  ['fr', 'Le pont de la gare (en fer) porte les trains.', 'Le pont de la gare porte les trains.'],
  ['es', 'Además, el viejo puente lleva cuarenta trenes.', 'el viejo puente lleva cuarenta trenes.'],
  ['es', 'El puente, que data de 1890, está cerrado de noche.', 'El puente está cerrado de noche.'],
  ['es', 'El tren de la noche (el azul) sale tarde.', 'El tren de la noche sale tarde.'],
])('%s: "%s" can be shortened', (language, sentence, shortest) => {
  expect(versionsOf(language, sentence)[0]).toBe(shortest)
  expect(versionsOf(language, sentence).at(-1)).toBe(sentence)
})

test.each([
  // The verb would follow.
  ['de', 'Außerdem kühlt er die ganze Straße am Abend.'],
  ['de', 'Und kühlt der Baum die Straße, bleibt sie leer.'],
  // A clause between commas says which one is meant.
  ['de', 'Der Baum, der am Rand steht, ist alt und krank.'],
  // A limit, a hedge, a condition in brackets.
  ['de', 'Die Züge fahren jede Nacht (außer am Montag) nach Wien.'],
  ['fr', 'Les trains partent chaque nuit (sauf le lundi) vers Nice.'],
  ['es', 'Los trenes salen cada noche (excepto el lunes) de Lima.'],
  // A bracket within a word or a phrase.
  ['de', 'Das Haus der (alten) Brücke steht am Rand.'],
  ['de', 'Die Leser(innen) der Zeitung schreiben viele Briefe.'],
  // More of the clause may follow its second comma.
  ['fr', 'Le pont, qui est vieux, long et lourd, porte les trains.'],
  ['es', 'El puente, que es viejo, largo y pesado, lleva trenes.'],
  ['fr', 'Le pont, qui ne date pas de 1890, est fermé la nuit.'],
  // Somebody's words.
  ['de', '„Die Brücke (alt) hält noch lange“, sagte sie.'],
  ['es', '¿Quién vio el puente (el viejo) de noche?'],
  // There are no tested lists for these.
  ['nl', 'Kortom, de oude brug (uit 1890) draagt veertig treinen.'],
  ['it', 'Inoltre, il vecchio ponte (di ferro) porta i treni.'],
])('%s: "%s" stays whole', (language, sentence) => {
  expect(versionsOf(language, sentence)).toEqual([sentence])
})

test('a hostile line takes no time, and stays whole', () => {
  for (const language of ['de', 'fr', 'es']) {
    const sentence = `${'Le pont, qui date '.repeat(5000)}${'a ('.repeat(5000)}`
    expect(versionsOf(language, sentence).at(-1)?.length).toBe(sentence.trim().length)
  }
})
