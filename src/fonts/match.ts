/** What matching looks at. */
export interface Matchable {
  readonly weight: number;
  readonly style: 'normal' | 'italic';
}

/**
 * The face of one family closest to a style and weight (CSS Fonts 4, section 5.2): style first, then weight.
 * Nothing is slanted or emboldened artificially.
 */
export function closest<T extends Matchable>(
  faces: readonly T[],
  weight: number,
  style: 'normal' | 'italic',
): T | undefined {
  const styled = faces.filter((face) => face.style === style);
  const candidates = styled.length > 0 ? styled : faces;
  let best: T | undefined;
  for (const face of candidates)
    if (!best || distance(face.weight, weight) < distance(best.weight, weight)) best = face;
  return best;
}

/** Ranks weights in the order CSS Fonts 4 tries them; the fraction keeps nearer ones first within a rank. */
function distance(weight: number, wanted: number): number {
  const away = Math.abs(weight - wanted);
  if (wanted >= 400 && wanted <= 500) {
    if (weight >= wanted && weight <= 500) return away;
    return (weight < wanted ? 1000 : 2000) + away;
  }
  const preferred = wanted < 400 ? weight <= wanted : weight >= wanted;
  return (preferred ? 0 : 1000) + away;
}
