/**
 * Returns the address that opens a Mermaid text in mermaid.live. The text travels in the fragment,
 * so that site's server does not see it, but the site's script does.
 */
export async function mermaidLiveAddress(code: string): Promise<string> {
  const state = JSON.stringify({ code, mermaid: '{}', autoSync: true, updateDiagram: true });
  const packed = new Blob([state]).stream().pipeThrough(new CompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  return `https://mermaid.live/edit#pako:${base64url(bytes)}`;
}

function base64url(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
