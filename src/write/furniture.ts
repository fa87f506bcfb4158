/** The words that a deck adds of its own. */
export interface Furniture {
  readonly agenda: string
  readonly takeaways: string
  readonly thanks: string
}

const ENGLISH: Furniture = { agenda: 'Agenda', takeaways: 'Takeaways', thanks: 'Thank you' }

const BY_LANGUAGE: Readonly<Record<string, Furniture>> = {
  en: ENGLISH,
  de: { agenda: 'Überblick', takeaways: 'Fazit', thanks: 'Vielen Dank' },
  fr: { agenda: 'Plan', takeaways: 'À retenir', thanks: 'Merci' },
  es: { agenda: 'Agenda', takeaways: 'Conclusiones', thanks: 'Gracias' },
  it: { agenda: 'Agenda', takeaways: 'Conclusioni', thanks: 'Grazie' },
  pt: { agenda: 'Agenda', takeaways: 'Conclusões', thanks: 'Obrigado' },
  nl: { agenda: 'Agenda', takeaways: 'Conclusies', thanks: 'Dank u wel' },
}

/** The furniture of a language, by its BCP 47 tag; English where no table has it. */
export function furnitureOf(language: string): Furniture {
  return BY_LANGUAGE[language.split('-')[0] ?? ''] ?? ENGLISH
}
