/** An array with room for `size` numbers: the same one, or a larger one that begins with what is in it. It grows to twice the room at least. */
export const grown = <T extends Uint16Array | Uint32Array | Int32Array | Uint8Array>(array: T, size: number): T => {
  if (size <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(Math.max(size, array.length * 2));
  larger.set(array);
  return larger;
};
