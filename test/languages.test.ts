import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { convert } from '../src/convert.ts'
import { countWords } from '../src/grammar/count-words.ts'
import { layouts } from '../src/layout/layout-table.ts'
import { linesOf } from '../src/model/layout.ts'
import type { OutlineSection } from '../src/model/outline.ts'
import { outline } from '../src/outline/outline.ts'
import { EXAMPLES } from './support/examples.ts'
import { coverageOf, inventedLines } from './support/promises.ts'

/** A title, two headings, and the text under each. */
const ARTICLES: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  en: [
    'The old harbour',
    'What changed',
    'The harbour ferries have run every hour since May. The number of passengers rose by 38% in a single year. The city paid 4.2 million euros for two new boats. Many people had asked for them in letters to the papers.',
    'What comes next',
    'The council wants to dig a second channel before the winter. Pilots warn that the old one is too narrow for large ships. A study of the currents will be ready in March. The work would cost about nine million euros.',
  ],
  de: [
    'Der alte Hafen',
    'Was sich geändert hat',
    'Die Fähren im Hafen fahren seit Mai jede Stunde. Die Zahl der Fahrgäste stieg in einem Jahr um 38 Prozent. Die Stadt zahlte 4,2 Millionen Euro für zwei neue Boote. Viele Menschen hatten in Briefen an die Zeitungen darum gebeten.',
    'Wie es weitergeht',
    'Der Rat will noch vor dem Winter eine zweite Rinne graben. Lotsen warnen, dass die alte für große Schiffe zu eng ist. Eine Studie der Strömungen soll im März fertig sein. Die Arbeiten würden etwa neun Millionen Euro kosten.',
  ],
  fr: [
    'Le vieux port',
    'Ce qui a changé',
    'Les bacs du port partent toutes les heures depuis le mois de mai. Le nombre des passagers a augmenté de 38 % en un an. La ville a payé 4,2 millions d’euros pour deux bateaux neufs. Beaucoup de gens les avaient demandés dans des lettres aux journaux.',
    'Ce qui vient',
    'Le conseil veut creuser un second chenal avant l’hiver. Les pilotes disent que l’ancien est trop étroit pour les grands navires. Une étude des courants sera prête en mars. Les travaux coûteraient près de neuf millions d’euros.',
  ],
  es: [
    'El viejo puerto',
    'Lo que cambió',
    'Los barcos del puerto salen cada hora desde el mes de mayo. El número de pasajeros creció un 38 % en un solo año. La ciudad pagó 4,2 millones de euros por dos barcos nuevos. Mucha gente los había pedido en cartas a los diarios.',
    'Lo que viene',
    'El consejo quiere abrir un segundo canal antes del invierno. Los prácticos dicen que el viejo es demasiado estrecho para los barcos grandes. Un estudio de las corrientes estará listo en marzo. Las obras costarían unos nueve millones de euros.',
  ],
  it: [
    'Il vecchio porto',
    'Che cosa è cambiato',
    'I traghetti del porto partono ogni ora dal mese di maggio. Il numero dei passeggeri è cresciuto del 38% in un anno. La città ha pagato 4,2 milioni di euro per due barche nuove. Molte persone le avevano chieste con lettere ai giornali.',
    'Che cosa verrà',
    'Il consiglio vuole scavare un secondo canale prima dell’inverno. I piloti dicono che il vecchio è troppo stretto per le navi grandi. Uno studio delle correnti sarà pronto a marzo. I lavori costerebbero circa nove milioni di euro.',
  ],
  nl: [
    'De oude haven',
    'Wat er veranderde',
    'De veren in de haven varen sinds mei elk uur. Het aantal reizigers steeg in een jaar met 38 procent. De stad betaalde 4,2 miljoen euro voor twee nieuwe boten. Veel mensen hadden daarom gevraagd in brieven aan de kranten.',
    'Wat er nu komt',
    'De raad wil voor de winter een tweede geul graven. Loodsen waarschuwen dat de oude te smal is voor grote schepen. Een studie van de stromingen is in maart klaar. Het werk zou ongeveer negen miljoen euro kosten.',
  ],
  pl: [
    'Stary port',
    'Co się zmieniło',
    'Promy w porcie pływają od maja co godzinę. Liczba pasażerów wzrosła w ciągu roku o 38 procent. Miasto zapłaciło 4,2 miliona euro za dwie nowe łodzie. Wielu ludzi prosiło o nie w listach do gazet.',
    'Co będzie dalej',
    'Rada chce wykopać drugi kanał jeszcze przed zimą. Piloci ostrzegają, że stary jest za wąski dla dużych statków. Badanie prądów będzie gotowe w marcu. Prace kosztowałyby około dziewięciu milionów euro.',
  ],
  ru: [
    'Старый порт',
    'Что изменилось',
    'Паромы в порту ходят с мая каждый час. Число пассажиров выросло за год на 38 процентов. Город заплатил 4,2 миллиона евро за два новых судна. Многие люди просили о них в письмах в газеты.',
    'Что будет дальше',
    'Совет хочет вырыть второй канал ещё до зимы. Лоцманы предупреждают, что старый слишком узок для больших судов. Исследование течений будет готово в марте. Работы стоили бы около девяти миллионов евро.',
  ],
  tr: [
    'Eski liman',
    'Ne değişti',
    'Limandaki vapurlar mayıstan beri her saat kalkıyor. Yolcu sayısı bir yılda yüzde 38 arttı. Şehir iki yeni tekne için 4,2 milyon avro ödedi. Birçok kişi gazetelere yazdığı mektuplarda bunu istemişti.',
    'Sırada ne var',
    'Meclis kıştan önce ikinci bir kanal kazmak istiyor. Kılavuzlar eskisinin büyük gemiler için çok dar olduğunu söylüyor. Akıntılar üzerine bir çalışma martta hazır olacak. Çalışmalar yaklaşık dokuz milyon avroya mal olur.',
  ],
  ja: [
    '古い港',
    '変わったこと',
    '港の渡し船は五月から一時間ごとに出ている。乗客の数は一年で38パーセント増えた。市は新しい船二隻に420万ユーロを払った。多くの人が新聞への手紙でそれを求めていた。',
    'これからのこと',
    '議会は冬の前に二本目の水路を掘りたいと考えている。水先人は古い水路が大きな船には狭すぎると警告している。海流の調査は三月にまとまる。工事にはおよそ900万ユーロがかかる。',
  ],
  zh: [
    '老港口',
    '有什么变化',
    '港口的渡轮从五月起每小时开一班。乘客人数一年内增加了百分之三十八。市政府花了四百二十万欧元买了两艘新船。许多人曾写信给报纸要求这样做。',
    '接下来会怎样',
    '议会想在冬天之前挖第二条航道。领航员警告说旧航道对大船来说太窄。海流的研究将在三月完成。工程大约需要九百万欧元。',
  ],
  ar: [
    'الميناء القديم',
    'ما الذي تغير',
    'تبحر عبارات الميناء كل ساعة منذ شهر مايو. ارتفع عدد الركاب بنسبة 38 في المئة خلال عام واحد. دفعت المدينة 4.2 مليون يورو مقابل قاربين جديدين. كان كثير من الناس قد طلبوا ذلك في رسائل إلى الصحف.',
    'ما الذي سيأتي',
    'يريد المجلس حفر قناة ثانية قبل الشتاء. يحذر المرشدون من أن القناة القديمة ضيقة على السفن الكبيرة. ستكون دراسة التيارات جاهزة في شهر مارس. ستكلف الأعمال نحو تسعة ملايين يورو.',
  ],
}

const markdownOf = ([title, one, first, two, second]: readonly string[]) =>
  `# ${title}\n\n## ${one}\n\n${first}\n\n## ${two}\n\n${second}\n`

const INPUTS: readonly (readonly [name: string, path: string, text: string | Uint8Array])[] = [
  ...EXAMPLES.map((path) => [path, path, readFileSync(path)] as const),
  ...Object.entries(ARTICLES).map(([language, article]) => [language, `${language}.md`, markdownOf(article)] as const),
  ['one paragraph', 'talk.txt', ARTICLES.en?.[2] ?? ''],
  ['one sentence', 'talk.txt', 'The harbour ferries have run every hour since May.'],
  ['one list', 'talk.md', '# The lock\n\n1. Close the gates\n2. Open the sluice\n3. Wait for the bell\n'],
]

/** The maximum number of words on a slide, except on tables, listings and agendas. */
const MAX_WORDS = 90
const FREE: ReadonlySet<string> = new Set(['table', 'code', 'agenda'])
const FRAME: ReadonlySet<string> = new Set(['title', 'agenda', 'part', 'takeaways', 'closing'])

describe.each(INPUTS)('%s', async (_, path, value) => {
  const { deck, article } = await convert(new VFile({ path, value }), { formats: [] }, { browser: null })

  test('every line is an ordered part of its spans, and nothing is lost or said twice', () => {
    expect(inventedLines(deck, article, layouts)).toEqual([])
    expect(coverageOf(deck, article, layouts)).toEqual({ lost: '', isOrdered: true })
  })

  test('every sentence is in one note, in order', () => {
    const { opening, parts } = outline(article)
    const below = ({ paragraphs, sections }: OutlineSection): readonly OutlineSection['paragraphs'][number][] => [
      ...paragraphs,
      ...sections.flatMap(below),
    ]
    const told = [...opening, ...parts.flatMap(below)]
      .flatMap(({ sentences }) => sentences)
      .filter(({ kind }) => ['prose', 'item', 'quotation', 'footnote'].includes(kind))
      .map(({ span }) => span[0])
    const said = deck.slides.flatMap(({ note }) => note.sentences.map(({ span }) => span[0]))
    expect(said).toEqual(said.toSorted((one, other) => one - other))
    expect(said.filter((start) => told.includes(start))).toEqual(told)
  })

  test('some slides show its content, each in no more words than an audience can read', () => {
    const bodies = deck.slides.filter(({ layout }) => !FRAME.has(layout))
    expect(bodies.length).toBeGreaterThan(0)
    for (const slide of bodies.filter(({ layout }) => !FREE.has(layout))) {
      const words = linesOf(layouts, slide).reduce((sum, { text }) => sum + countWords(text, article.language), 0)
      expect(words, linesOf(layouts, slide)[0]?.text).toBeLessThanOrEqual(MAX_WORDS)
    }
  })
})
