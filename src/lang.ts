/** BCP 47 tags of the languages that Chancery knows; `zh-Hans` and `zh` are one. */
export type Lang = 'zh-Hans' | 'zh-Hant' | 'en' | 'fr' | 'es' | 'ru' | 'ar';

/** The language that a BCP 47 tag stands for, or none. */
export function parseLang(tag: string): Lang | undefined {
  const lower = tag.toLowerCase();
  if (/^zh-(hant|tw|hk|mo)/.test(lower)) return 'zh-Hant';
  const primary = lower.split('-')[0];
  if (primary === 'zh') return 'zh-Hans';
  return (['en', 'fr', 'es', 'ru', 'ar'] as const).find((lang) => lang === primary);
}

export const isChinese = (lang: Lang): boolean => lang === 'zh-Hans' || lang === 'zh-Hant';
