/** The namespaces that the parts written here need. */
export const W = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
} as const;
