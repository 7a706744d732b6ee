/** Offers a file for download. */
export function offerDownload(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // In all engines, the download has started once the click returns; waiting a moment longer does
  // no harm.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
