import type {ConfigFile} from '../config/config-file.ts';
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
