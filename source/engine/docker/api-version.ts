import {EngineError} from '../../model/engine-error.ts';
import {otherEngineHint} from '../unexpected-answer.ts';

/** The newest API that dockmon was tried with; a newer engine is asked in these words. */
const newestApi = '1.51';
/** Docker 1.12, of 2016: below it answers have other shapes. */
const oldestApi = '1.24';

/**
 * The newest version that both sides know. Rejects `unsupported` when there is none and `protocol`
 * when the engine names no version.
 */
export const chooseApiVersion = (
	offered: string | undefined,
	oldest: string | undefined,
): string => {
	if (offered === undefined || !isVersion(offered))
		throw new EngineError('protocol', 'The endpoint answers, but names no Docker API version', {
			hint: otherEngineHint,
		});
	if (compareVersions(offered, oldestApi) < 0)
		throw new EngineError(
			'unsupported',
			`This engine speaks API ${offered}; dockmon needs ${oldestApi} or newer`,
			{hint: 'Update the engine to Docker 1.12 or newer.'},
		);
	if (oldest !== undefined && isVersion(oldest) && compareVersions(oldest, newestApi) > 0)
		throw new EngineError(
			'unsupported',
			`This engine wants API ${oldest} or newer; dockmon speaks up to ${newestApi}`,
			{hint: 'Update dockmon.'},
		);
	return compareVersions(offered, newestApi) > 0 ? newestApi : offered;
};

const isVersion = (text: string): boolean => /^\d{1,4}\.\d{1,4}$/.test(text);

/** Negative, 0 or positive as in `Array.sort`; `1.9` is older than `1.41`. */
export const compareVersions = (left: string, right: string): number => {
	const [leftMajor = 0, leftMinor = 0] = left.split('.').map(Number);
	const [rightMajor = 0, rightMinor = 0] = right.split('.').map(Number);
	return leftMajor - rightMajor || leftMinor - rightMinor;
};
