/**
 * Radicals that are also Chinese characters, each followed by the character. Fonts draw both the same way, so a PDF may
 * name one in place of the other, and Unicode's normal forms do not unify them. (This is the block CJK Radicals
 * Supplement; the characters are those of Unicode's EquivalentUnifiedIdeograph.txt.)
 */
const RADICALS_AND_CHARACTERS =
  '⺁厂⺎兀⺐尢⺒巳⺓幺⺕彐⺛旡⺜日⺝月⺞歺⺟母⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺶羊⺷羊⺻聿⺽臼⻁虎⻃覀⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑長⻓长⻔门⻕阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'

/** Forms of a character that differ by country, each followed by the form that replaces it. */
const NATIONAL_FORMS = '⼾户戶户戸户⾭青靑青'

/**
 * Pairs of characters for which the common fonts for Chinese, Japanese and Korean (Noto CJK, Source Han) have a single
 * glyph.
 */
const SHARED_GLYPHS =
  '𤣩王罒目𥫗竹𦥑臼𧢲角𧾷足𨸏阜𩠐首䎛㖈㦳㘽曶㫚胶㬵䐠㬻𤈎㶷肦朌胊朐脁朓𣟱櫸𨓜逸﨣𧺯𠦄卉𣏌杞𧃰䕫𩿗𩿎晩晚幐㬺槩㮣壿墫𤨁瑨郞郎\u{FA2E}郎𪏭㴝鿐䲤' +
  '➀①➁②➂③➃④➄⑤➅⑥➆⑦➇⑧➈⑨➉⑩🄋⓪➊❶➋❷➌❸➍❹➎❺➏❻➐❼➑❽➒❾➓❿🄌⓿'

/** Letters that look like quotation marks, which Source Serif draws with the same glyphs as the marks. */
const APOSTROPHES = 'ʼ’ʻ‘'

const CHARACTER_OF = new Map(
  Array.from(
    (RADICALS_AND_CHARACTERS + NATIONAL_FORMS + SHARED_GLYPHS + APOSTROPHES).matchAll(/(.)(.)/gu),
    ([, variant = '', character = '']) => [variant, character],
  ),
)

const VARIANTS = new RegExp(`[${[...CHARACTER_OF.keys()].join('')}]`, 'gu')

/**
 * Replaces radicals and other variants with the characters that fonts draw the same way, so that the text of a PDF can
 * be compared with the words that it must contain.
 */
export function unifyCharacters(text: string): string {
  return text.replace(VARIANTS, (variant) => CHARACTER_OF.get(variant) ?? variant)
}
