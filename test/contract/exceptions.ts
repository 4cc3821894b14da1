import {type TestFunction, test} from 'vitest';
import {beside} from '../helpers/after-test.ts';

/** What an engine cannot do: the name of the case, and the reason, which the report tells. */
export type Exceptions = Readonly<Record<string, string>>;

/** `test` for engines that may be excused from some cases, which may run at the same time. */
export const testUnless =
	(exceptions: Exceptions) =>
	(name: string, run: TestFunction): void => {
		const reason = exceptions[name];
		test(name, context =>
			reason === undefined ? beside(context, () => run(context)) : context.skip(reason),
		);
	};
