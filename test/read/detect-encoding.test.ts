import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { read } from '../../src/read/read.ts'

const RUSSIAN =
  'За одну ночь река поднялась на два метра. Никто в городе не видел её такой высокой, но мост выдержал, и город спал дальше.'
const JAPANESE =
  '川は一晩で二メートルも上がった。こんなに高いのを見た人は誰もいなかったが、橋は持ちこたえ、町は眠り続けた。'
const KOREAN = '강은 하룻밤 사이에 이 미터나 불어났다. 그렇게 높은 강을 본 사람은 아무도 없었지만 다리는 버텼다.'
const CHINESE = '一夜之间，河水上涨了两米。城里没有人见过这么高的水位，但是桥挺住了，人们继续安睡。'
const TRADITIONAL_CHINESE = '一夜之間，河水上漲了兩公尺。城裡沒有人見過這麼高的水位，但是橋挺住了，人們繼續安睡。'
const POLISH =
  'W ciągu jednej nocy rzeka podniosła się o dwa metry. Nikt w mieście nie widział jej nigdy tak wysokiej, ale most wytrzymał, więc mieszkańcy spali dalej. Następnego dnia wójt podziękował wszystkim, którzy pomagali przy wałach, i ogłosił, że będą wyższe.'

test.each([
  ['windows-1251', RUSSIAN],
  ['KOI8-R', RUSSIAN],
  ['Shift_JIS', JAPANESE],
  ['EUC-JP', JAPANESE],
  ['EUC-KR', KOREAN],
  ['GB18030', CHINESE],
  ['Big5', TRADITIONAL_CHINESE],
  ['windows-1250', POLISH],
  ['ISO-8859-2', POLISH],
])('text in %s is read as such, with a message that names it', async (encoding, text) => {
  const page = `<!doctype html><html><head><title>x</title></head><body><article><p>${text}</p></article></body></html>`
  for (const [path, source] of [
    ['talk.txt', text],
    ['talk.html', page],
  ] as const) {
    const file = new VFile({ path })
    expect((await read(encode(source, encoding), file)).text).toContain(text)
    expect(file.messages.map(({ reason }) => reason)).toEqual([
      `The file is not UTF-8 and was read as ${encoding}. Save it as UTF-8 if letters look wrong.`,
    ])
  }
})

test.each([
  'Größe, süß, Maß, heißt, schließlich, Füße, Grüße, größer, stößt: über den Öfen schlägt die Tür süßen Bäckern zu.',
  'En une nuit, la rivière était montée de deux mètres. « Là où ça a été créé », dit-il, « même l’été réélu était préétabli. »'.replaceAll(
    '’',
    "'",
  ),
  '«¿Qué pasó?» «¡Ésta sí!» El río creció en una sola noche; ningún niño lo había visto así, ni después ni aún más.',
  'Ação, coração, não, põe, irmãos, avião: o rio não recuou, e a povoação ficou à espera até amanhã, não é?',
  'Þú ert hér. Það er gott. Íslenska þjóðin býður öllum góðan daginn. Ég á þrjá ketti sem þykir vænt um fisk.',
  'Non è possibile. Il fiume è salito, la città è là, e perciò più di così non può. È già metà di ciò che sarà.',
  'Columns\n¦¦¦¦¦¦¦¦¦¦¦¦ one ¦¦¦¦¦¦¦¦¦¦¦¦\nThe first chapter ················ 4\nThe next chapter ················· 9',
  '5 °C ± 2 °C, 10 µm × 3 µm, ½ cup, ¾ cup, §§ 3 and 4, ©, ®, ¼ inch × ½ inch, 7 °C ± 1 °C, 8 µm × 2 µm.',
])('text in Windows-1252 is read as such: %s', async (text) => {
  const file = new VFile({ path: 'talk.txt' })
  const words = (await read(Buffer.from(text, 'latin1'), file)).text
  expect(words.replaceAll('\n', ' ')).toContain(text.split('\n').at(-1)?.split(' ').at(-1))
  expect(file.messages.map(({ reason }) => reason)).toEqual([
    'The file is not UTF-8 and was read as Windows-1252. Save it as UTF-8 if letters look wrong.',
  ])
})

/** Encodes text in an encoding in which a character has one byte or two. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const bytesOf = new Map<string, number[]>()
  for (let first = 0xff; first >= 0; first -= 1) {
    for (let second = 0xff; second >= 0x40; second -= 1)
      bytesOf.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  }
  for (let byte = 0; byte < 0x100; byte += 1) bytesOf.set(decoder.decode(Uint8Array.of(byte)), [byte])
  return Uint8Array.from([...text].flatMap((character) => bytesOf.get(character) ?? []))
}
