import type {Line} from '../../format/span.ts';
import type {State} from '../../store/state.ts';
import {pages} from '../pages/index.ts';
import type {PageSpec} from '../pages/page.ts';
import {panes} from '../panes/index.ts';
import type {View} from '../view.ts';
import type {Area} from './layout.ts';

/** The screen that is shown instead of the list. */
export const pageOf = ({frame}: State): PageSpec | undefined =>
	frame.view === 'dashboard' ? undefined : pages[frame.view];

/** What is drawn in this part of the screen now. */
export const paintArea = (
	view: View,
	area: Area,
	width: number,
	height: number,
): readonly Line[] =>
	area === 'page'
		? (pageOf(view.state)?.paint(view, width, height) ?? [])
		: panes[area](view, width, height);
