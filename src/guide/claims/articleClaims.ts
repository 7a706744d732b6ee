import type { Claim } from '../claim.ts';
import { blogSelectingAuthorization } from '../sources.ts';

export const ruleInProse: Claim = {
  fact: 'A30',
  text: 'The rule of 2023: use OAuth 2.0; use an API service integration when you build an integration for the OIN; fall back to an API token only where OAuth 2.0 has a limit for your case.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};
