/** So many bytes are taken at a time. */
const slabSize = 4_000_000;

/** So many services stay as they are: for few of them it does not pay. */
const asObjects = 5000;

/** Services as bytes, one after the other: hundreds of thousands of objects would take many times the room. */
export class KeptServices {
  #objects = [];
  #slabs = [];
  #used = slabSize;
  /** Of each service in bytes, the slab in which it is, and where it begins and ends there. */
  #places = new Uint32Array(3 * 1024);

  /** How many there are. */
  length = 0;

  /** @param {import('alongside-elements/internal/services/schema.js').Service} service */
  push(service) {
    if (this.length++ < asObjects) {
      this.#objects.push(service);
      return;
    }
    const json = JSON.stringify(service);
    const size = Buffer.byteLength(json);
    if (this.#used + size > slabSize) {
      this.#slabs.push(Buffer.allocUnsafeSlow(Math.max(slabSize, size)));
      this.#used = 0;
    }
    this.#slabs.at(-1).write(json, this.#used);
    const at = 3 * (this.length - 1 - asObjects);
    if (at === this.#places.length) {
      const larger = new Uint32Array(2 * at);
      larger.set(this.#places);
      this.#places = larger;
    }
    this.#places.set([this.#slabs.length - 1, this.#used, this.#used + size], at);
    this.#used += size;
  }

  /** @param {number} index From 0. @returns {object | undefined} `undefined`: there is none. */
  at(index) {
    if (index < asObjects || index >= this.length) return this.#objects[index];
    const place = 3 * (index - asObjects);
    const [slab, start, end] = this.#places.subarray(place, place + 3);
    return JSON.parse(this.#slabs[slab].toString('utf8', start, end));
  }

  *[Symbol.iterator]() {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }
}
