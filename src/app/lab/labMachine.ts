import { fromPromise } from 'xstate';

import { advance, type AnswerOf, type ExchangeSetting, replayed } from '#org/exchange/advance.ts';
import { exchangeMachine, settingOf } from '#org/exchange/exchangeMachine.ts';
import { newLab } from '#org/exchange/newLab.ts';

/**
 * The machine of an exchange, with what it does in a browser.
 *
 * @param loadAnswers loads the responses of the catalogue's operations, at the first call whose
 * response the model does not know by itself
 */
export function labMachine(loadAnswers: () => Promise<AnswerOf>): typeof exchangeMachine {
  const withAnswers = async (setting: ExchangeSetting): Promise<ExchangeSetting> => {
    if (setting.plan.operations.every(({ reference }) => reference === 'listGroups')) {
      return setting;
    }
    try {
      return { ...setting, answerOf: await loadAnswers() };
    } catch {
      // Without it, an operation returns what it received.
      return setting;
    }
  };
  return exchangeMachine.provide({
    actors: {
      makeLab: fromPromise(async ({ input }) => {
        const lab = await newLab();
        const setting = settingOf(input, lab);
        const answering = input.actions.length === 0 ? setting : await withAnswers(setting);
        return { lab, stages: await replayed(answering, input.start, input.actions) };
      }),
      advance: fromPromise(async ({ input: { setting, stage } }) =>
        advance(stage.client.step === 'callApi' ? await withAnswers(setting) : setting, stage),
      ),
    },
  });
}
