import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { linesOf } from '../../src/model/layout.ts'

/** The layout, title and other lines of each slide behind the title slide. */
async function slidesOf(value: string) {
  const { deck, article } = await convert(new VFile({ path: 'talk.md', value }), { formats: [] }, { browser: null })
  const slides = deck.slides.slice(1).map((slide) => {
    const title = slide.slots.title?.text ?? null
    const lines = linesOf(layouts, slide).map(({ text }) => text)
    return { layout: slide.layout, title, lines: title === null ? lines : lines.slice(1) }
  })
  return { slides, article }
}

test.each([
  [
    'zh',
    '# 老港口\n\n## 有什么变化\n\n港口的渡轮从五月起每小时开一班。乘客人数一年内增加了百分之三十八。\n\n' +
      '## 接下来会怎样\n\n议会想在冬天之前挖第二条航道。领航员警告说旧航道对大船来说太窄。\n\n## 结语\n\n港口将在明年重新开放。\n',
    ['有什么变化', '接下来会怎样', '结语'],
    '港口将在明年重新开放',
  ],
  [
    'de',
    '# Der alte Hafen\n\n## Was sich geändert hat\n\nDie Fähren im Hafen fahren seit Mai jede Stunde. Die Zahl der Fahrgäste stieg um 38 Prozent.\n\n' +
      '## Wie es weitergeht\n\nDer Rat will noch vor dem Winter eine zweite Rinne graben. Lotsen warnen vor der alten.\n\n' +
      '## Ausblick\n\nDer Hafen öffnet im nächsten Jahr wieder.\n',
    ['Was sich geändert hat', 'Wie es weitergeht', 'Ausblick'],
    'Der Hafen öffnet im nächsten Jahr wieder',
  ],
])('%s: a short last part has its slide, and its entry in the agenda', async (_, text, parts, last) => {
  const { slides } = await slidesOf(text)
  expect(slides.find(({ layout }) => layout === 'agenda')).toMatchObject({ lines: parts })
  expect(slides.at(-1)).toMatchObject({ title: parts.at(-1), lines: [last] })
})

test('news that begins with a picture shows more than the picture', async () => {
  const { slides } = await slidesOf(
    '# 港の橋が開通\n\n![橋](bridge.png)\n\n【港町】十日に開通した橋を、朝から多くの市民が渡った。橋は長さ三百メートルで、二本の塔を持つ。市は工事に二十億円をかけた。次の橋は来年に着工する。\n',
  )
  expect(slides.map(({ layout }) => layout)).toContain('points')
})

test('news of long sentences only shows them whole, and no slide is too full', async () => {
  const sentence = (n: number) =>
    `وقال مرصد الميناء رقم ${n} في بيان صدر يوم الأحد إن العبارات التي تبحر كل ساعة منذ شهر مايو نقلت خلال عام واحد أكثر من أربعمئة ألف راكب بين ضفتي النهر وإن المدينة دفعت ملايين اليورو مقابل قاربين جديدين بعد أن طلب كثير من الناس ذلك في رسائل إلى الصحف المحلية والوطنية.`
  const paragraphs = [1, 2, 3, 4, 5, 6].map(sentence)
  const { slides } = await slidesOf(`# عبارات الميناء\n\n${paragraphs.join('\n\n')}\n`)
  const shown = slides.flatMap(({ lines }) => lines)
  expect(shown.length).toBeGreaterThanOrEqual(3)
  for (const line of shown) expect(paragraphs).toContain(`${line}.`)
  for (const { title, lines } of slides)
    expect([title ?? '', ...lines].join(' ').split(/\s+/).length).toBeLessThanOrEqual(80)
})

test('a title never depends on what came before, nor ends with a full stop', async () => {
  const { slides } = await slidesOf(
    '# 老港口\n\n港口的渡轮从五月起每小时开一班。这让很多人满意。但是旧航道对大船来说太窄。议会想在冬天之前挖第二条航道。因此工程需要九百万欧元。海流的研究将在三月完成。\n',
  )
  for (const { title, lines } of slides) {
    expect(title).not.toMatch(/^(?:这|但是|因此)/)
    for (const line of [title ?? '', ...lines]) expect(line).not.toMatch(/。$/)
  }
})

test('Hebrew with some English words is Hebrew', async () => {
  const { article } = await slidesOf(
    '# הנמל\n\nמעבורות הנמל יוצאות בכל שעה מאז חודש מאי. מספר הנוסעים עלה לפי דו"ח של חברת Harbour & Co. נתבים מזהירים שהתעלה צרה לאוניות עם VTS (Vessel Traffic Service) במגדל.\n',
  )
  expect([article.language, article.direction]).toEqual(['he', 'rtl'])
})
