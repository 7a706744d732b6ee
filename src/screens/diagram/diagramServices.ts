/** What the diagram’s panel and its editor need of the browser. */
export interface DiagramServices {
  /** Draws the SVG at an address as a PNG of twice its size and offers it for download. */
  readonly downloadPng: (svgAddress: string, fileName: string) => Promise<void>;
  /** The address that opens a Mermaid text in mermaid.live. */
  readonly mermaidLiveAddress: (mermaidText: string) => Promise<string>;
  /** Opens an address in a new tab. */
  readonly openTab: (address: string) => void;
  /** Starts Mermaid in a frame of its own. */
  readonly startRenderer: () => DiagramRenderer;
}

/** Draws Mermaid texts. */
export interface DiagramRenderer {
  readonly draw: (
    mermaidText: string,
  ) => Promise<{ ok: true; svg: string } | { ok: false; reason: string }>;
  readonly close: () => void;
}
