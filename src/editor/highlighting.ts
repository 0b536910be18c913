import {HighlightStyle, syntaxHighlighting} from '@codemirror/language';
import type {Extension} from '@codemirror/state';
import {tags} from '@lezer/highlight';

/** Code in the colours that it had before anyone went to edit. */
export function highlighting(): Extension {
  return syntaxHighlighting(STYLE);
}

const STYLE = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.operatorKeyword, tags.bool, tags.null, tags.self, tags.atom],
    color: 'var(--_code-keyword)',
  },
  {
    tag: [tags.string, tags.special(tags.string), tags.regexp, tags.attributeValue],
    color: 'var(--_code-string)',
  },
  {
    tag: [tags.comment],
    color: 'var(--_code-comment)',
  },
  {
    tag: [tags.number, tags.color, tags.unit],
    color: 'var(--_code-number)',
  },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.definition(tags.variableName)),
      tags.function(tags.propertyName),
      tags.definition(tags.className),
      tags.definition(tags.propertyName),
      tags.className,
      tags.heading,
      tags.link,
      tags.meta,
    ],
    color: 'var(--_code-name)',
  },
  {tag: [tags.tagName], color: 'var(--_code-tag)'},
  {
    tag: [tags.attributeName, tags.labelName],
    color: 'var(--_code-attribute)',
  },
  {tag: [tags.processingInstruction], color: 'var(--_code-template)'},
  {tag: tags.heading, fontWeight: 'bold'},
  {tag: tags.strong, fontWeight: 'bold'},
  {tag: tags.emphasis, fontStyle: 'italic'},
  {tag: tags.invalid, color: 'var(--_danger)'},
]);
