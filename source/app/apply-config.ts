import type {ConfigFile} from '../config/config-file.ts';
import {known} from '../model/known.ts';
import type {HighlightRule} from '../model/logs/highlight-rule.ts';
import type {LogBook} from '../store/logs/log-book.ts';
import {logLimits} from '../store/logs/log-limits.ts';
import type {Store} from '../store/store.ts';

/** Takes over what the user has set for good, before the first line of a log; what is wrong with it becomes messages. */
export const applyConfig = async (
	file: ConfigFile,
	{store, logs}: {readonly store: Store; readonly logs: LogBook},
	now: () => number,
): Promise<void> => {
	const {config, warnings} = await file.read();
	const {highlights, maxLogLines, maxLogBytes = bytesFor(maxLogLines)} = config;
	logs.limit({
		...known('sourceLines', maxLogLines),
		sourceBytes: maxLogBytes,
		allBytes: Math.max(logLimits.allBytes, maxLogBytes),
	});
	if (highlights.length > 0) store.dispatch({type: 'logs/highlighted', rules: highlights});
	for (const text of warnings) {
		store.dispatch({type: 'message/added', level: 'error', text, atMillis: now()});
	}
};

/** Who wants more lines and says nothing of bytes gets room for them. */
const bytesFor = (lines = 0): number => Math.max(logLimits.sourceBytes, lines * usualLineBytes);

/** Of memory, for a line that is rather long. */
const usualLineBytes = 1024;

/** Writes a rule into the configuration, or takes it out; that it cannot be written is a message. */
export const saveRule = async (
	file: ConfigFile,
	rule: HighlightRule,
	isKept: boolean,
	store: Store,
	now: () => number,
): Promise<void> => {
	try {
		await file.saveRule(rule, isKept);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const text = `the rule is for this session only, the configuration cannot be written: ${reason}`;
		store.dispatch({type: 'message/added', level: 'error', text, atMillis: now()});
	}
};
