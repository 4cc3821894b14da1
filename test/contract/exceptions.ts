import {type TestFunction, test} from 'vitest';

/** What an engine cannot do: the name of the case, and the reason, which the report tells. */
export type Exceptions = Readonly<Record<string, string>>;

/** `test` for engines that may be excused from some cases. */
export const testUnless =
	(exceptions: Exceptions) =>
	(name: string, run: TestFunction): void => {
		const reason = exceptions[name];
		test(name, reason === undefined ? run : ({skip}) => skip(reason));
	};
