/** What a document can be written as, in the order of writing. Each is also the file's extension. */
export const FORMATS = ['pdf', 'docx'] as const;
export type Format = (typeof FORMATS)[number];
