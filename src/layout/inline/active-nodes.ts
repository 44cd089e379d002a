import { type BreakOptions, isTooLong, type Measured, measureLine, type Sums } from './line-sums.ts';

/** Places from which a line may still begin, by rising index: the front is too long first, the back too short. */
export class ActiveNodes<N extends { readonly index: number }> {
  #nodes: N[];
  #head = 0;
  readonly #sums: Sums;
  readonly #options: BreakOptions;

  constructor(start: N, sums: Sums, options: BreakOptions) {
    this.#nodes = [start];
    this.#sums = sums;
    this.#options = options;
  }

  get isEmpty(): boolean {
    return this.#head >= this.#nodes.length;
  }

  add(node: N): void {
    this.#nodes.push(node);
  }

  clear(): void {
    this.#nodes = [];
    this.#head = 0;
  }

  best(compare: (a: N, b: N) => number): N | undefined {
    return this.#nodes.slice(this.#head).sort(compare)[0];
  }

  /** Takes nodes off the front whose line is too long for this break and so for every later one; gives the last. */
  dropTooLong(index: number): N | undefined {
    let dropped: N | undefined;
    for (let node = this.#nodes[this.#head]; node; node = this.#nodes[this.#head]) {
      if (!isTooLong(this.#sums, node, index, this.#options)) break;
      dropped = node;
      this.#head += 1;
    }
    return dropped;
  }

  /** Calls back for each node whose line to `index` is neither too long nor looser than the tolerance. */
  forEachWithin(index: number, visit: (node: N, line: Measured) => void): void {
    const { tolerance } = this.#options;
    for (let at = this.#head; at < this.#nodes.length; at++) {
      const node = this.#nodes[at] as N;
      if (this.#sums.isTooShort(node.index, index, this.#options.measure)) return;
      const line = measureLine(this.#sums, node, index, this.#options);
      if (line.ratio >= -1 && line.looseness <= tolerance) visit(node, line);
    }
  }
}
