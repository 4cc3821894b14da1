import type {Line, Token} from '../../../format/span.ts';
import {selectedRow} from '../../../store/select-target.ts';
import type {View} from '../../view.ts';
import {styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {isOfSelection} from './log-position.ts';

/** An empty log pane always says why it is empty. */
export const emptyLines = (view: View, width: number): readonly Line[] => {
	const {state} = view;
	const token: Token =
		isOfSelection(state) && state.logs.status.kind === 'failed' ? 'err' : 'muted';
	return wrapWords(whyEmpty(view), width - 4).map((text): Line => [styled(token, `  ${text}`)]);
};

const whyEmpty = (view: View): string => {
	const {state, symbols} = view;
	const {status} = state.logs;
	if (selectedRow(state) === undefined) return 'nothing selected';
	if (!isOfSelection(state)) return `${symbols.wait} asking the engine`;
	switch (status.kind) {
		case 'idle':
		case 'opening':
			return `${symbols.wait} asking the engine`;
		case 'following':
			return 'no output yet; what is written appears here';
		case 'gone':
			return 'the container is gone, and it had written nothing';
		case 'ended':
			return 'no output: it stopped without writing anything';
		case 'failed': {
			const {message, hint} = status.failure;
			return hint === undefined ? message : `${message} (${hint})`;
		}
	}
};
