import { elementMarkup, frameMarkup, scriptMarkup } from './markup.ts';
import { aboutFrame, elementLabel, frameLabel, type Platform } from './platform.ts';

export const plainHtml: Platform = {
  id: 'html',
  label: 'HTML',
  blocks: [
    {
      id: 'element',
      label: elementLabel,
      about:
        'The guide grows and shrinks with its content, and tells your page about answers and results.',
      parts: (choice) => [
        {
          file: 'The page (.html)',
          where: 'where you want the guide',
          text: `${scriptMarkup(choice)}\n${elementMarkup(choice)}`,
        },
      ],
    },
    {
      id: 'frame',
      label: frameLabel,
      about: aboutFrame,
      parts: (choice) => [
        {
          file: 'The page (.html)',
          where: 'where you want the guide',
          text: frameMarkup(choice),
        },
      ],
    },
  ],
};
