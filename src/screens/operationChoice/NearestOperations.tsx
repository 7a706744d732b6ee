import { nearestReferences, type OperationIndex } from '#catalogue/find.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';

interface NearestOperationsProps {
  readonly index: OperationIndex;
  /** What was typed and is not an operation. */
  readonly wrong: string;
  readonly onChoose: (operation: CatalogueOperation) => void;
}

/** The operations that a wrong name may have meant, each to choose with one click. */
export function NearestOperations({ index, wrong, onChoose }: NearestOperationsProps) {
  const near = nearestReferences(index, wrong);
  if (near.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-3">
      Did you mean:
      {near.map((operation) => (
        <button
          key={operation.reference}
          type="button"
          className="button"
          onClick={() => onChoose(operation)}
        >
          {operation.reference}
        </button>
      ))}
    </p>
  );
}
