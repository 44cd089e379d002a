import { isChinese, type Lang } from '../lang.ts';

/** Languages as Word spells them: a region is always given. */
const TAGS: Readonly<Record<Lang, string>> = {
  'zh-Hans': 'zh-CN',
  'zh-Hant': 'zh-TW',
  en: 'en-US',
  fr: 'fr-FR',
  es: 'es-ES',
  ru: 'ru-RU',
  ar: 'ar-SA',
};

export const languageTag = (lang: Lang): string => TAGS[lang];

/**
 * `w:lang` of a document. Of a Chinese text the Latin half is English, not Chinese: told Chinese for both, LibreOffice
 * breaks numbers and Latin words anywhere.
 */
export const documentLanguages = (lang: Lang) => ({
  main: languageTag(lang),
  latin: isChinese(lang) ? 'en-US' : languageTag(lang),
  eastAsian: lang === 'zh-Hant' ? 'zh-TW' : 'zh-CN',
});

/** Characters that begin or end no line, in the order and form Word itself writes them for a language. */
export const FORBIDDEN: Readonly<Record<string, { readonly end: string; readonly start: string }>> = {
  'zh-CN': {
    end: '$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥',
    start:
      '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠',
  },
  'zh-TW': {
    end: '([{£¥‘“‵〈《「『【〔〝︵︷︹︻︽︿﹁﹃﹙﹛﹝（｛',
    start:
      '!),.:;?]}¢·–—’”•‥…′╴、。〉》」』】〕〞︰︱︳︴︶︸︺︼︾﹀﹂﹄﹏﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？］｜｝､',
  },
};
