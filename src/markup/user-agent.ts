import type { Source } from '../source.ts';

/** What elements are before any house style speaks: their kinds of boxes, and the bold of headings (HTML, section 15). */
export const USER_AGENT_SHEET: Source = {
  id: '<user-agent>',
  text: `
html, body, article, section, header, footer, div, h1, h2, h3, p, ol { display: block }
head { display: none }
li { display: list-item }
table { display: table }
tr { display: table-row }
td, th { display: table-cell }
h1, h2, h3, strong, th { font-weight: bold }
h1, h2, h3 { break-after: avoid; text-indent: 0 }
em { font-style: italic }
span[role="doc-footnote"] { float: footnote; text-indent: 0 }
`,
};
