import { encodeQR } from 'qr';

interface QrCodeProps {
  readonly text: string;
  /** What it is for, as the picture's name. */
  readonly label: string;
}

/**
 * A text as a QR code (ISO/IEC 18004), always dark on light: scanners read it in a dark theme too.
 * Show the text beside it for those who cannot scan.
 */
export function QrCode({ text, label }: QrCodeProps) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      className="qr-code"
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
    >
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
