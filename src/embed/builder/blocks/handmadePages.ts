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
        'The guide is as high as its content at every moment, and your page hears of answers and results.',
      parts: (choice) => [
        {
          file: 'The page, .html',
          where: 'where the guide shall stand',
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
          file: 'The page, .html',
          where: 'where the guide shall stand',
          text: frameMarkup(choice),
        },
      ],
    },
  ],
};
