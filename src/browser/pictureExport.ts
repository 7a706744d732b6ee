/**
 * Draws an SVG as a PNG.
 *
 * @param svg with `width` and `height`
 * @param scale how many pixels of the PNG a unit of the SVG becomes
 * @throws Error if the browser cannot draw the picture
 */
export async function pngOf(svg: string, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser has no canvas to draw the picture on.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => {
      if (blob === null) failed(new Error('This browser could not make a PNG of the picture.'));
      else done(blob);
    }, 'image/png');
  });
}
