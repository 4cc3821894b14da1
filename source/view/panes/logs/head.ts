import type {Line} from '../../../format/span.ts';
import type {View} from '../../view.ts';
import {bottomRule} from './bottom-rule.ts';
import {logPosition} from './log-position.ts';

/** Above the lines where the log fills the screen. */
export const paintLogHead = (view: View, width: number): readonly Line[] => [
	bottomRule(view, width, logPosition(view)),
];
