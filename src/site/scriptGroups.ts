/** Modules that share a file. */
interface ScriptGroup {
  readonly name: string;
  /** Matches the paths of the modules. */
  readonly test: RegExp;
}

/** @param modules paths below `src/`, without their endings, as patterns */
const group = (name: string, ...modules: readonly string[]): ScriptGroup => ({
  name,
  test: new RegExp(`/src/(?:${modules.join('|')})\\.tsx?$`),
});

/**
 * Small modules that several pages need: one file compresses better than ten, and is fetched at once. A group contains
 * what the same pages load anyway, or a little more.
 */
export const scriptGroups: readonly ScriptGroup[] = [
  {
    name: 'starting',
    test: /(vite\/preload-helper|src\/(app\/missingReasons|browser\/(answerFolds|clipboard|copyButtons|downloadButtons|followContents|hydrateOnDemand|lastPlace|oncePainted|offerDownload|printedFrom|searchDoor|siteReach|unfold)|share\/holdsValues)\.ts$)/,
  },
  // The search needs it without what follows.
  group('secretLike', 'snippets/secretLike'),
  // What the maker of keys needs too, without one more chunk for the app to know of.
  group(
    'typedText',
    'snippets/(?:parsed|length|invisibleCharacters|identifiers|orgDomain|keys/keyFiles)',
    'app/visit/fieldTexts',
  ),
  // What hydrates a page of the guide, and the islands of others too.
  group(
    'parts',
    'ui/(?:CopyButton|Field|RadioGroup|TextField|TextWithCode)',
    'guide/nodeKind',
    'snippets/values',
    'screens/(?:snippets/formChoice|ResultSection|StateLink)',
    'screens/operationChoice/(?:focusPicker|typedAhead)',
    'app/(?:notProvided|visit/keptPlace)',
    'browser/(?:mermaidFrame|mermaidProtocol|navigation|rendererMachine)',
  ),
  {
    name: 'react',
    test: /\/node_modules\/(?:react|react-dom|scheduler|@xstate\/react|use-[a-z-]+)\/|\/src\/app\/islands\/reactDom\.ts$/,
  },
  // The words of the guide, by how many pages need them.
  group('sources', 'guide/(?:sources|claims/(?:apiToken|caller|runtime|userContext)Claims)'),
  group(
    'errors',
    'guide/errors/(?:api|clientAuthentication|dpop|tokenRequest)Errors',
    'guide/errors/errorsWithoutAnswer',
    'guide/claims/(?:apiServiceIntegration|change|dpop|scenario|serviceApp)Claims',
  ),
  group(
    'outcomes',
    'guide/(?:answerWords|differences|exits|questions|resultName)',
    'guide/claims/articleClaims',
    'guide/outcomes/(?:apiServiceIntegration|apiToken|outcomes|serviceApp)',
  ),
  // What says something and cites it.
  group(
    'said',
    'guide/(?:citations|claimStatusWords|walks)',
    'screens/(?:Cited|MethodMark|sourceDate|errors/errorPaths|siteFrame/shortened)',
    'diagram/methodShapes',
  ),
  // How a request is written.
  group(
    'written',
    'share/(?:formEncoding|fragmentBounds|refusedLines)',
    'snippets/(?:bodySecrets|exactJson|operation|request)',
    'snippets/encoders/(?:bashWord|jsonText|percentEncoding|queryValue|urlPathSegment)',
    'record/markdownText',
    'ui/(?:DownloadButton|RadioTabs)',
  ),
  // How an operation is looked up and judged.
  group(
    'lookedUp',
    'catalogue/(?:accepts|audit|currentUser|editDistance|operation|references|scopes|specificationVersion|title|verdict|verdictWords|words)',
    'search/errors/signals',
  ),
  // What a few islands share of the parts without words.
  group(
    'furtherParts',
    'ui/(?:FileField|RadioList|ReadingProgress|takeFocus|WideTable)',
    'browser/offline',
    'workshop/SaveButton',
  ),
  // What the diagrams in Mermaid's frame share.
  { name: 'mermaidParts', test: /\/mermaid\/dist\/chunks\/mermaid\.core\/chunk-/ },
  // What every page loads once it is painted. It stays out of the entries: a page that imports a part of a file runs all of it.
  group('oncePainted', 'browser/secretFragment', 'app/offline/offerOffline'),
];
