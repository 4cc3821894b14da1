import type {ConfigFile} from '../config/config-file.ts';
import {valueAt} from '../config/layers.ts';
import type {Settings} from '../config/schema.ts';
import {known} from '../model/known.ts';
import {type HighlightRule, ruleOf} from '../model/logs/highlight-rule.ts';
import type {LogBook} from '../store/logs/log-book.ts';
import {logLimits} from '../store/logs/log-limits.ts';
import type {Store} from '../store/store.ts';
import type {LoadedSettings} from './load-settings.ts';
import {preferences} from './preferences.ts';

/** Makes the screen as the user wants it, before it is shown. */
export const applySettings = (
	{settings, remembered}: Pick<LoadedSettings, 'settings' | 'remembered'>,
	{store, logs}: {readonly store: Store; readonly logs: LogBook},
): void => {
	for (const {key, apply} of preferences) {
		// What the configuration knows has been checked, and may be undefined for that.
		const value = valueAt(settings, key) ?? (key.includes('.') ? undefined : remembered[key]);
		if (value === undefined) continue;
		for (const action of apply(value, store.getState())) store.dispatch(action);
	}
	applyLogSettings(settings, logs);
	const rules = highlightRules(settings);
	if (rules.length > 0) store.dispatch({type: 'logs/highlighted', rules});
};

const highlightRules = ({logs}: Settings): readonly HighlightRule[] =>
	(logs?.highlight ?? []).flatMap(({pattern, color = 'yellow', bold = false}) =>
		pattern === undefined ? [] : [ruleOf(pattern, color, bold)],
	);

const applyLogSettings = (settings: Settings, logs: LogBook): void => {
	const {maxLines, maxBytes = bytesFor(maxLines)} = settings.logs ?? {};
	logs.limit({
		...known('sourceLines', maxLines),
		sourceBytes: maxBytes,
		allBytes: Math.max(logLimits.allBytes, maxBytes),
	});
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
