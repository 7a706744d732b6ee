import { questionWords } from '#guide/answerWords.ts';
import { questionIds } from '#guide/nodeIds.ts';
import { questions } from '#guide/questions.ts';
import { WideTable } from '#ui/WideTable.tsx';

/** What a card's `answers` may contain, and what each means. */
export function AnswerTable() {
  return (
    <WideTable label="The answers that a card can have">
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Write</th>
          <th scope="col">It means</th>
        </tr>
      </thead>
      <tbody>
        {questionIds.flatMap((id) =>
          Object.entries(questions[id].options).map(([option, { label }]) => (
            <tr key={`${id}.${option}`}>
              <td>{questionWords(id).short}</td>
              <td>
                <code className="beside">
                  {id}.{option}
                </code>
              </td>
              <td>{label}</td>
            </tr>
          )),
        )}
      </tbody>
    </WideTable>
  );
}
