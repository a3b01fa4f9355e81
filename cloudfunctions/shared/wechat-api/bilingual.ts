/** A text for people, in both languages of the kit. */
export interface Bilingual {
  zh: string
  en: string
}
