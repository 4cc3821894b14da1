import type {Line, Token} from '../../../format/span.ts';
import type {View} from '../../view.ts';
import {styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {isOfSelection} from './log-position.ts';
import {whyEmpty} from './why-empty.ts';

/** An empty log pane always says why it is empty. */
export const emptyLines = (view: View, width: number): readonly Line[] => {
	const {state} = view;
	const token: Token =
		isOfSelection(state) && state.logs.status.kind === 'failed' ? 'err' : 'muted';
	return wrapWords(whyEmpty(view), width - 4).map((text): Line => [styled(token, `  ${text}`)]);
};
