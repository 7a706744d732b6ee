import { Component, type ReactNode } from 'react';

interface RegionBoundaryProps {
  readonly children: ReactNode;
}

interface RegionBoundaryState {
  readonly reason: string | undefined;
}

/** Keeps a fault in one part of the page from taking the whole page with it, and says what failed. */
export class RegionBoundary extends Component<RegionBoundaryProps, RegionBoundaryState> {
  override state: RegionBoundaryState = { reason: undefined };

  static getDerivedStateFromError(error: unknown): RegionBoundaryState {
    return { reason: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { reason } = this.state;
    if (reason === undefined) return this.props.children;
    return (
      <div className="notice stack" data-tone="warn" role="alert">
        <p>This part of the page could not be drawn: {reason}</p>
        <p>Load the page again: your answers are in its address.</p>
      </div>
    );
  }
}
