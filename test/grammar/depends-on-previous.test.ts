import { describe, expect, test } from 'vitest'
import { dependsOnPrevious } from '../../src/grammar/depends-on-previous.ts'

describe('a sentence that depends on the one before it', () => {
  test.each([
    ['de', 'Er kühlt die Straße um drei Grad.'],
    ['de', 'Deshalb pflanzt die Stadt mehr Bäume.'],
    ['de', 'Diese Bäume sind alt.'],
    ['de-AT', 'Das würde die Strömung brechen.'],
    ['de', 'Die findet sich auf Seite 14.'],
    ['de', 'Sie zeigt das Absinken der Zahl.'],
    ['de', '„Nein, das Werft-Tor bleibt zu.“'],
    ['de', 'Ab diesem Zeitpunkt sinkt das Wasser.'],
    ['fr', 'Elle porte quarante trains par jour.'],
    ['fr', 'C’est le prix de la sécurité.'],
    ['fr', 'Cependant, le pont tient.'],
    ['fr', 'Dans ce cas, le pont ferme.'],
    ['es', 'Sin embargo, el puente aguanta.'],
    ['es', 'Esto cambia la ciudad.'],
    ['it', 'Il suo ponte regge.'],
    ['pt', 'Além disso, a ponte é velha.'],
    ['nl', 'Deze brug is oud.'],
    ['pl', 'W tym celu miasto kupiło łodzie.'],
    ['ru', 'Однако мост держится.'],
    ['tr', 'Bu nedenle köprü kapandı.'],
    ['id', 'Jembatan ini sudah tua.'],
    ['zh', '这些方式也会帮助社区。'],
    ['zh-Hant', '但是橋還在。'],
    ['ja', 'そのため橋は閉鎖された。'],
    ['ko', '그러나 다리는 버틴다.'],
    ['ar', 'وهذه المنافذ توفر مكانًا للقاء.'],
    ['he', 'והיא תיסגר לשלושה חודשים.'],
    ['fa', 'بنابراین پل بسته شد.'],
    ['hi', 'इसलिए पुल बंद है।'],
  ])('%s: %s', (language, sentence) => {
    expect(dependsOnPrevious(language, sentence)).toBe(true)
  })
})

describe('a sentence that makes sense by itself', () => {
  test.each([
    ['de', 'Erde ist unter der Straße knapp.'],
    ['de', 'Der Rat will noch vor dem Winter graben.'],
    ['de', 'Das neue Werft-Tor ist offen.'],
    ['de', 'Sie können jede Stunde fahren.'],
    ['de', 'Dieses Jahr fahren mehr Boote.'],
    ['fr', 'Il faut réparer le pont.'],
    ['fr', 'Il y a deux ponts.'],
    ['fr', 'Les leurres sont rares.'],
    ['fr', 'Tout ce qui flotte passe ici.'],
    ['es', 'El puente aguanta.'],
    ['es', 'Estonia tiene dos puentes.'],
    ['it', 'Il ponte regge.'],
    ['ru', 'Мост держится.'],
    ['tr', 'Bu yıl köprü açıldı.'],
    ['zh', '也许桥还在。'],
    ['zh', '港口的渡轮每小时开一班。'],
    ['ja', 'または橋を渡る。'],
    ['ar', 'وقال المرصد إن الجسر مغلق.'],
    ['he', 'ועדת הנמל תחליט.'],
    ['hi', 'पुल बंद है।'],
    // There is no list for this language.
    ['sw', 'Hii ni daraja.'],
  ])('%s: %s', (language, sentence) => {
    expect(dependsOnPrevious(language, sentence)).toBe(false)
  })
})

test('a hostile sentence takes no time', () => {
  expect(dependsOnPrevious('de', '"'.repeat(1_000_000))).toBe(false)
})
