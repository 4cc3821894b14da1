import type {ConfigFile} from '../config/config-file.ts';
import type {HighlightRule} from '../model/logs/highlight-rule.ts';
import type {Store} from '../store/store.ts';

/** Takes over what the user has set for good; what is wrong with it becomes messages. */
export const applyConfig = async (
	file: ConfigFile,
	store: Store,
	now: () => number,
): Promise<void> => {
	const {config, warnings} = await file.read();
	store.dispatch({type: 'logs/highlighted', rules: config.highlights});
	for (const text of warnings) {
		store.dispatch({type: 'message/added', level: 'error', text, atMillis: now()});
	}
};

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
