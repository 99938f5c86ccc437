const addresses: Record<string, string> = import.meta.glob('../../../assets/voices/*.wav', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Where a recording is, by its name such as "alan-train". */
export function soundAddress(name: string): string {
  const address = addresses[`../../../assets/voices/${name}.wav`];
  if (address === undefined) throw new Error(`There is no recording "${name}".`);
  return new URL(address, document.baseURI).href;
}
