import { createContext } from 'react';

/** What a person typed into the field that finds operations while its list was on its way. */
export const TypedAhead = createContext('');
