import type {ProjectFile} from '../protocol/project.js';
import {withoutComments} from './python.js';

/** A setting or an argument with any language but the two that Django's own English is. */
const OTHER_LANGUAGE = /\bLANGUAGE_CODE\b["']?\s*(?::\s*\w+\s*)?[:=](?!\s*["']en(?:-us)?["'])/i;

/** What lets a reader, a request or a view choose a language, or asks which there are. */
const CHOICE =
  /\b(?:LocaleMiddleware|LANGUAGES|LOCALE_PATHS|FORMAT_MODULE_PATH|i18n_patterns|set_language|get_format|check_for_language|get_supported_language_variant|get_language_from_(?:request|path))\b|\bconf\.(?:locale|urls\.i18n)\b|\{%-?\s*language\b/;

/** Beside `translation` in one file: the two ways to choose a language in code. */
const SWITCH = /\b(?:activate|override)\b/;

/** Translations of the project's own; the English ones need none of Django's. */
const OWN_TRANSLATIONS = /(?:^|\/)locale\/(?!en\/)[^/]+\/|\.[pm]o$/;

/**
 * Whether a project may show another language than English, and so needs Django's translations.
 * Marking texts for translation is not enough: without one of the ways to choose a language, all is
 * English. Says yes rather once too often.
 */
export function needsLocales(files: readonly ProjectFile[]): boolean {
  return files.some(({path, content}) => {
    if (OWN_TRANSLATIONS.test(path)) return true;
    if (typeof content !== 'string') return false;
    const text = path.endsWith('.py') ? withoutComments(content) : content;
    const switches = /\btranslation\b/.test(text) && SWITCH.test(text);
    return switches || OTHER_LANGUAGE.test(text) || CHOICE.test(text);
  });
}
