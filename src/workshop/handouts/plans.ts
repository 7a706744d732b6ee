/** One step of a workshop. */
export interface PlanStep {
  readonly minutes: number;
  readonly title: string;
  /** What you do and say, one sentence each. */
  readonly actions: readonly [string, ...string[]];
  /** Ids of the cards that are used. */
  readonly cards: readonly string[];
}

export interface Plan {
  readonly minutes: 45 | 90;
  readonly aim: string;
  readonly before: readonly string[];
  readonly steps: readonly PlanStep[];
}

const before = [
  'On the presenter’s page, choose the plan and enter how many people are coming. The page prints the cards, a worksheet for each person, and the key. Also print one blank poster.',
  'Keep the key to yourself. The presenter’s page shows it beside the slide, and the room sees it only when you reveal it.',
  'Phones: open the room before people arrive, and have each phone open its link once while it is online. Scan, paste or type the codes; the room sees how it voted, talks, and votes again before you show the key.',
  'No internet in the room? Open the workshop once at home, or bring the file. Hands and paper are enough for the whole plan.',
] as const;

/** How to run the workshop; the minutes of the steps add up to the plan's. */
export const plans: readonly Plan[] = [
  {
    minutes: 45,
    aim: 'Everybody can say which of three facts decides a case, and why an API token comes last.',
    before,
    steps: [
      {
        minutes: 5,
        title: 'Begin with a case',
        actions: [
          'Read the first card aloud, and have everybody write down a method without talking.',
          'Ask for a show of hands or for codes, and reveal nothing yet.',
          'Say the rule in order: OAuth 2.0 first. An integration when customers install it from the OIN. A token only when OAuth 2.0 cannot be used.',
        ],
        cards: ['nightly-hr-sync'],
      },
      {
        minutes: 8,
        title: 'Find the questions',
        actions: [
          'Show the blank poster. Each table writes down the questions that would decide the case.',
          'Compare their questions with the guide’s: read its first page aloud, then reveal the first card.',
        ],
        cards: ['nightly-hr-sync'],
      },
      {
        minutes: 12,
        title: 'Two quick cases',
        actions: [
          'For each card: two minutes alone with the worksheet, one minute at the table, hands or codes, reveal.',
          'Read the twist and ask only those who change their method to say why.',
        ],
        cards: ['log-forwarder', 'helpdesk-portal'],
      },
      {
        minutes: 14,
        title: 'Two traps',
        actions: [
          'Predict the method, the reason and how sure you are. Write it down before anybody speaks.',
          'Reveal. Ask those who were certain and wrong what they believed, and read the belief from the key.',
        ],
        cards: ['forbidden-despite-scopes', 'audit-wants-addresses'],
      },
      {
        minutes: 6,
        title: 'Take it home',
        actions: [
          'Everybody writes the one fact that they will ask for next time.',
          'Put up the filled-in poster beside the blank one. Give out the address of the workshop for practising alone.',
        ],
        cards: [],
      },
    ],
  },
  {
    minutes: 90,
    aim: 'Everybody can choose a method, defend it against a colleague, and say what would change it.',
    before,
    steps: [
      {
        minutes: 8,
        title: 'Begin with a case',
        actions: [
          'Read the first card aloud, and have everybody write down a method without talking.',
          'Ask for a show of hands for each method, and reveal nothing yet.',
          'Say the rule in order. Add that the 2023 article and today’s documentation differ in places.',
        ],
        cards: ['nightly-hr-sync'],
      },
      {
        minutes: 12,
        title: 'Find the questions',
        actions: [
          'Show the blank poster. Each table writes down the questions that would decide the case.',
          'Compare their questions with the guide’s: read these aloud, then reveal the first card.',
        ],
        cards: ['nightly-hr-sync'],
      },
      {
        minutes: 18,
        title: 'Three quick cases',
        actions: [
          'For each card: two minutes alone, two at the table, hands, reveal, twist.',
          'Have a different person read the reason aloud each time.',
        ],
        cards: ['log-forwarder', 'helpdesk-portal', 'own-warehouse-api'],
      },
      {
        minutes: 16,
        title: 'Two cases that people disagree on',
        actions: [
          'Each table takes one side of the card, whatever it thinks, and argues it for two minutes.',
          'Reveal, and name the one fact that decides.',
        ],
        cards: ['one-private-customer', 'assistant-for-staff'],
      },
      {
        minutes: 10,
        title: 'A card without a key',
        actions: [
          'Discuss who holds the credential, and who would notice if it leaked.',
          'Read out the card’s points, and say that the guide has no key for it.',
        ],
        cards: ['collector-or-listing'],
      },
      {
        minutes: 18,
        title: 'Three traps',
        actions: [
          'Predict the method, the reason and how sure you are, in writing.',
          'Reveal. Ask those who were certain and wrong what they believed.',
        ],
        cards: ['forbidden-despite-scopes', 'personnel-by-scim', 'existing-service-account'],
      },
      {
        minutes: 8,
        title: 'Take it home',
        actions: [
          'In pairs: describe one of your own programs as a card, and let your partner predict.',
          'Put up the filled-in poster, and give out the address of the workshop.',
        ],
        cards: [],
      },
    ],
  },
];

/** What to say when a room gets stuck. */
export const whenStuck: readonly { readonly happens: string; readonly say: string }[] = [
  {
    happens: 'Nobody dares to answer.',
    say: '“Write it down first; nobody has to show it.” Then count hands with eyes closed.',
  },
  {
    happens: 'One person knows it all.',
    say: '“Keep the method to yourself. Tell us only which fact you would ask for.”',
  },
  {
    happens: 'Two tables talk past each other.',
    say: '“Which fact would make the other side right?” Then read the facts of the card.',
  },
  {
    happens: 'Somebody has a case that no card covers.',
    say: 'Walk through the guide with that case, aloud, and stop at the question that people disagree on.',
  },
];
