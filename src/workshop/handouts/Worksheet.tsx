import { WideTable } from '#ui/WideTable.tsx';

/** Rows of a worksheet that is printed before anybody knows the cards. */
const openRows = Array.from({ length: 9 }, (_, index) => `${index + 1}`);

const worksheetColumns = ['M', 'Because', 'Sure', 'The guide said', 'Twist'] as const;
/** Room for a pen, which a screen reader must not skip as empty. */
const toWriteIn = '\u00a0';

/** A sheet for one person's predictions. `cards` names its rows; without it, they are numbered. */
export function Worksheet({ cards = openRows }: { readonly cards?: readonly string[] }) {
  return (
    <>
      <p>
        Predict before anything is revealed. Method (M): SA = service app, SI = API service
        integration, AT = API token, UC = user context, CS = custom authorization server, DG =
        delegated grant, OI = another interface. Sure: 1 = a guess, 2 = fairly sure, 3 = certain.
      </p>
      <WideTable label="My predictions">
        <thead>
          <tr>
            <th scope="col">Card</th>
            {worksheetColumns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => (
            <tr key={card}>
              <th scope="row">{card}</th>
              {worksheetColumns.map((column) => (
                <td key={column}>{toWriteIn}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
      <p>The fact that I will ask for next time:</p>
      <p className="line-to-write-on" />
      <p>What I believed, and what is true:</p>
      <p className="line-to-write-on" />
      <p className="line-to-write-on" />
    </>
  );
}
