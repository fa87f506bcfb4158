/** The labels that Lectern itself puts on slides, in one language. */
export interface SlideLabels {
  readonly agenda: string
  readonly takeaways: string
  readonly thanks: string
  /** Says how many items are not shown: "%" is replaced with their number. */
  readonly more: string
}

const ENGLISH: SlideLabels = { agenda: 'Agenda', takeaways: 'Takeaways', thanks: 'Thank you', more: 'and % more' }

/** `more` for the languages that have none in the table below. */
const MORE = '+ %'

const BY_LANGUAGE: Readonly<Record<string, Omit<SlideLabels, 'more'> & Partial<SlideLabels>>> = {
  en: ENGLISH,
  de: { agenda: 'Überblick', takeaways: 'Fazit', thanks: 'Vielen Dank', more: 'und % weitere' },
  fr: { agenda: 'Plan', takeaways: 'À retenir', thanks: 'Merci', more: 'et % autres' },
  es: { agenda: 'Agenda', takeaways: 'Conclusiones', thanks: 'Gracias', more: 'y % más' },
  it: { agenda: 'Agenda', takeaways: 'Conclusioni', thanks: 'Grazie' },
  pt: { agenda: 'Agenda', takeaways: 'Conclusões', thanks: 'Obrigado' },
  nl: { agenda: 'Agenda', takeaways: 'Conclusies', thanks: 'Dank u wel' },
  ar: { agenda: 'جدول الأعمال', takeaways: 'الخلاصة', thanks: 'شكرًا لكم' },
  bg: { agenda: 'Програма', takeaways: 'Изводи', thanks: 'Благодаря' },
  ca: { agenda: 'Agenda', takeaways: 'Conclusions', thanks: 'Gràcies' },
  cs: { agenda: 'Program', takeaways: 'Závěry', thanks: 'Děkuji' },
  da: { agenda: 'Dagsorden', takeaways: 'Konklusioner', thanks: 'Tak' },
  el: { agenda: 'Περιεχόμενα', takeaways: 'Συμπεράσματα', thanks: 'Ευχαριστώ' },
  et: { agenda: 'Päevakord', takeaways: 'Järeldused', thanks: 'Aitäh' },
  fa: { agenda: 'فهرست', takeaways: 'نتیجه‌گیری', thanks: 'سپاسگزارم' },
  fi: { agenda: 'Sisältö', takeaways: 'Yhteenveto', thanks: 'Kiitos' },
  he: { agenda: 'סדר היום', takeaways: 'מסקנות', thanks: 'תודה רבה' },
  hi: { agenda: 'विषय-सूची', takeaways: 'निष्कर्ष', thanks: 'धन्यवाद' },
  hr: { agenda: 'Pregled', takeaways: 'Zaključci', thanks: 'Hvala' },
  hu: { agenda: 'Napirend', takeaways: 'Következtetések', thanks: 'Köszönöm a figyelmet' },
  id: { agenda: 'Agenda', takeaways: 'Kesimpulan', thanks: 'Terima kasih' },
  ja: { agenda: '目次', takeaways: 'まとめ', thanks: 'ご清聴ありがとうございました' },
  ko: { agenda: '목차', takeaways: '요약', thanks: '감사합니다' },
  lt: { agenda: 'Turinys', takeaways: 'Išvados', thanks: 'Ačiū' },
  lv: { agenda: 'Saturs', takeaways: 'Secinājumi', thanks: 'Paldies' },
  nb: { agenda: 'Agenda', takeaways: 'Konklusjoner', thanks: 'Takk' },
  nn: { agenda: 'Agenda', takeaways: 'Konklusjonar', thanks: 'Takk' },
  no: { agenda: 'Agenda', takeaways: 'Konklusjoner', thanks: 'Takk' },
  pl: { agenda: 'Plan', takeaways: 'Wnioski', thanks: 'Dziękuję' },
  ro: { agenda: 'Cuprins', takeaways: 'Concluzii', thanks: 'Mulțumesc' },
  ru: { agenda: 'План', takeaways: 'Выводы', thanks: 'Спасибо за внимание' },
  sk: { agenda: 'Program', takeaways: 'Závery', thanks: 'Ďakujem' },
  sl: { agenda: 'Pregled', takeaways: 'Sklepi', thanks: 'Hvala' },
  sv: { agenda: 'Agenda', takeaways: 'Slutsatser', thanks: 'Tack' },
  th: { agenda: 'หัวข้อ', takeaways: 'สรุป', thanks: 'ขอบคุณ' },
  tr: { agenda: 'İçindekiler', takeaways: 'Sonuçlar', thanks: 'Teşekkürler' },
  uk: { agenda: 'План', takeaways: 'Висновки', thanks: 'Дякую за увагу' },
  vi: { agenda: 'Nội dung', takeaways: 'Kết luận', thanks: 'Xin cảm ơn' },
  zh: { agenda: '目录', takeaways: '要点', thanks: '谢谢' },
}

/** Returns the labels for a BCP 47 language tag, or the English ones if the table lacks the language. */
export function slideLabelsOf(language: string): SlideLabels {
  const labels = BY_LANGUAGE[language.split('-')[0] ?? '']
  return labels === undefined ? ENGLISH : { more: MORE, ...labels }
}
