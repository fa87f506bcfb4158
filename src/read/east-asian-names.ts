// Recognises Chinese, Japanese and Korean names, whose scripts have no capitals.

/**
 * Whether a line is a Chinese, Japanese or Korean name, alone or followed by a title or an affiliation: "山田 太郎",
 * "李明（港口大学）", "김민수 교수". `body` is the rest of the article. If it contains part of the line, the line is a heading
 * rather than a name.
 */
export function isEastAsianName(text: string, body: string): boolean {
  const [, name = ''] = NAME_AND_REST.exec(text) ?? []
  const isName = SPACED.test(name) || CHINESE.test(name) || KOREAN.test(name) || isUnspacedJapanese(name, body)
  return isName && !NOUN.test(name) && !partsOf(name).some((part) => body.includes(part))
}

/** A name, and a title, an affiliation or a word for "author" that may follow it. */
const NAME_AND_REST = new RegExp(
  String.raw`^((?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{1,5}|\p{sc=Hangul}{1,4})(?:[ \u3000・·][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]{1,5})??)` +
    String.raw`(?:[ \u3000]*(?:著|文|氏|教授|博士|記者|记者|씀|지음|교수|박사|기자))?` +
    String.raw`(?:(?:[、，,|／/][ \u3000]*|[ \u3000]+[|–—-][ \u3000]+|[ \u3000]*[（(])[\p{L}\p{N} \u3000・]{2,30}[）)]?)?$`,
  'u',
)

/** In Chinese and Japanese text, hardly anything but names is divided by spaces and dots. */
const SPACED =
  /^(?:\p{sc=Han}{1,3}[ \u3000](?:\p{sc=Han}{1,3}|\p{sc=Hiragana}{2,4}|\p{sc=Katakana}{2,4})|[\p{sc=Katakana}ー]{2,5}[・·][\p{sc=Katakana}ー]{2,5})$/u

/**
 * One of the most frequent surnames (except those with which many other words begin), followed by one or two
 * characters.
 */
const CHINESE =
  /^(?:[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮董萧蕭曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田姜范姚谭譚廖邹鄒熊陆陸郝孔崔毛邱秦顾顧侯邵孟段雷钱錢汤湯尹黎乔喬贺賀赖賴龚龔]|欧阳|歐陽|司马|司馬|诸葛|諸葛|上官)\p{sc=Han}{1,2}$/u

/** One of the most frequent surnames, followed by two syllables. */
const KOREAN =
  /^[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민] ?(?!야기|용자)\p{sc=Hangul}{2}$/u

/** Whether characters without a space may be a name in Japanese, which has too many surnames to list. */
function isUnspacedJapanese(name: string, body: string): boolean {
  return /^\p{sc=Han}{3,5}$/u.test(name) && /\p{sc=Hiragana}/u.test(body)
}

/** Words in headings and in the names of institutions, and characters that end such words but not given names. */
const NOUN = new RegExp(
  `^第|[論论編编節节部回号號版年書书録录法表案会會所社省庁廳県區区町村界的性化物品者员員室院局課课語语集点點式制度費费税量率値图図例件話话談谈題题]$|${[
    '背景|目的|概要|概述|概況|概况|要旨|要約|摘要|前言|引言|序言|序文|緒言|簡介|简介|介绍|介紹|紹介|結論|结论|結果|结果|分析|方針|方针|計画|計畫|计划',
    '報告|报告|研究|提起|要領|記録|记录|目次|目录|日時|日程|大学|大學|会議|会议|大会|挨拶|総括|总结|現状|现状|提案|説明|说明|参考|文献|前提|定義|定义',
    '経緯|経過|回顾|展望|謝辞|公告|通知|新闻|新聞|声明|议程|議事|特集|速報|評論|连载|連載',
    '머리말|맺음말|들어가|요약|개요|소개|배경|목적|결론|방법',
  ].join('|')}`,
  'u',
)

/** Lists the parts of a name that must not occur in the text: those between spaces, or else each pair of characters. */
function partsOf(name: string): readonly string[] {
  const words = name.split(/[ \u3000・·]/u)
  if (words.length > 1 || /\p{sc=Hangul}/u.test(name)) return words.filter(({ length }) => length > 1)
  const characters = [...name]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}
