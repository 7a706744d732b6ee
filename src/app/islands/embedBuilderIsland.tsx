import { hydrateRoot } from 'react-dom/client';

import { EmbedBuilderVisit } from './EmbedBuilderVisit.tsx';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/embedBuilder.css';

/** Hydrates the prerendered builder. */
export function hydrateEmbedBuilder(place: HTMLElement): void {
  const { base = '/', origin = '' } = document.querySelector<HTMLElement>('#root')?.dataset ?? {};
  hydrateRoot(place, <EmbedBuilderVisit base={base} origin={origin} />);
}
