import type {Line} from '../../format/span.ts';
import {maskSecrets} from '../../model/secrets.ts';

/** What a pane shows that cannot be drawn. */
export const paneFault = (error: unknown): readonly Line[] => {
	const reason = error instanceof Error ? error.message || error.name : String(error);
	return [
		[{text: ' this part of the screen cannot be drawn', style: {token: 'err'}}],
		// It may quote what it choked on.
		[{text: ` ${maskSecrets(reason)}`}],
		[{text: ' It is tried again with every change; all else goes on.', style: {token: 'dim'}}],
	];
};
