// What a random run decides by: the same seed and the same name give the same numbers, on every machine.

function hash(text) {
  let value = 2166136261;
  for (const letter of text) {
    value = Math.imul(value ^ letter.charCodeAt(0), 16777619);
  }
  return value >>> 0;
}

export class Choices {
  #state;

  /** `name` keeps what is decided in one place from shifting what is decided in another. */
  constructor(seed, name) {
    this.#state = hash(`${seed} ${name}`);
  }

  /** At least 0, less than `count` (mulberry32). */
  below(count) {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  }

  /** Whether this is one of the times that it happens `times` `of` so many. */
  happens(times, of) {
    return this.below(of) < times;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** Takes one out of the list. */
  take(list) {
    return list.splice(this.below(list.length), 1)[0];
  }
}
