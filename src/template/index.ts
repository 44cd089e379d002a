export { openHouseStyle } from './house-style.ts';
export { renderMarkup } from './render.ts';
export type { HouseStyle } from './types.ts';
