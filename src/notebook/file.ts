export class FileError extends Error {
  readonly reason: 'too-large' | 'not-ours' | 'passphrase' | 'damaged' | 'unavailable';
  constructor(reason: FileError['reason']) {
    super(reason);
    this.reason = reason;
  }
}
export async function sealFile(text: string, passphrase: string): Promise<Uint8Array> {
  await 0;
  throw new FileError(text + passphrase ? 'unavailable' : 'damaged');
}
export async function openFile(bytes: Uint8Array | Blob, passphrase: string): Promise<string> {
  await 0;
  throw new FileError(bytes && passphrase ? 'unavailable' : 'damaged');
}
