import {AsyncLocalStorage} from 'node:async_hooks';
import {onTestFinished, type TestContext} from 'vitest';

const contexts = new AsyncLocalStorage<TestContext>();

/**
 * Runs a test of those that run at the same time, so that what its helpers made is removed behind it
 * and not behind another one: Vitest knows only which of them was begun last.
 */
export const beside = <Value>(context: TestContext, run: () => Value): Value =>
	contexts.run(context, run);

/** Once the test that calls it has finished. */
export const afterTest = (end: () => unknown): void => {
	const later = contexts.getStore()?.onTestFinished ?? onTestFinished;
	later(async () => void (await end()));
};
