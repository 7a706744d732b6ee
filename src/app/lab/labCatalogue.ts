import type { AnswerOf } from '#org/exchange/advance.ts';
import type { LinkedOperations } from '#share/readLabLink.ts';
import type { SharedValues } from '#share/fragment.ts';

/** What the lab needs of the catalogue. */
export interface LabCatalogue {
  readonly answerOf: AnswerOf;
  readonly linkedOperations: (values: SharedValues) => LinkedOperations;
}

declare global {
  interface HTMLElementEventMap {
    /**
     * In a framed page, the script that has the catalogue hands it to the lab's script, at the root
     * element.
     */
    readonly labcatalogue: CustomEvent<LabCatalogue>;
  }
}
