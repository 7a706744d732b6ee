import { accepts } from '#catalogue/accepts.ts';
import { apiNames, type Catalogue } from '#catalogue/operation.ts';
import { WideTable } from '#ui/WideTable.tsx';

/** How many operations of each API accept what, and of which specification. */
export function CatalogueCounts({ catalogue }: { readonly catalogue: Catalogue }) {
  return (
    <WideTable label="Operations by API and credential">
      <thead>
        <tr>
          <th scope="col">API</th>
          <th scope="col">Specification</th>
          <th scope="col">Operations</th>
          <th scope="col">Either</th>
          <th scope="col">OAuth 2.0 only</th>
          <th scope="col">Of these, signed-in user only</th>
          <th scope="col">API token only</th>
          <th scope="col">Client’s own credential</th>
          <th scope="col">Public</th>
        </tr>
      </thead>
      <tbody>
        {catalogue.sources.map(({ api, version, date }) => {
          const accepted = catalogue.operations
            .filter((operation) => operation.api === api)
            .map(accepts);
          const counts = [
            accepted.filter(({ apiToken, oauth }) => apiToken && oauth),
            accepted.filter(({ apiToken, oauth }) => oauth && !apiToken),
            accepted.filter(({ userContextOnly }) => userContextOnly),
            accepted.filter(({ apiToken, oauth }) => apiToken && !oauth),
            accepted.filter(({ clientAuthentication }) => clientAuthentication),
            accepted.filter(({ none }) => none),
          ];
          return (
            <tr key={api}>
              <th scope="row">{apiNames[api]}</th>
              <td>
                {version}
                {date !== undefined && (
                  <>
                    {' '}
                    of <time dateTime={date}>{date}</time>
                  </>
                )}
              </td>
              <td>{accepted.length}</td>
              {counts.map((group, column) => (
                // The columns never change their order.
                // oxlint-disable-next-line react/no-array-index-key
                <td key={column}>{group.length}</td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </WideTable>
  );
}
