import {parsePattern} from '../model/logs/log-pattern.ts';
import {typedInto} from '../store/act/form.ts';
import type {Overlay} from '../store/overlay.ts';
import type {CommandContext} from './command.ts';
import {seek} from './log-search.ts';
import {retypePalette} from './palette-commands.ts';
import {findText} from './tab-commands.ts';

/** The overlays that are a line of text. */
type Field = Extract<Overlay, {text: string}>;

export const openField = ({state}: Pick<CommandContext, 'state'>): Field | undefined => {
	const overlay = state.frame.overlays.at(-1);
	return overlay !== undefined && 'text' in overlay ? overlay : undefined;
};

/** The text of the open field becomes this one, and what depends on it follows. */
export const retype = (context: CommandContext, field: Field, text: string): void => {
	const {dispatch} = context;
	if (field.kind === 'palette') {
		retypePalette(context, field, text);
		return;
	}
	if (field.kind === 'keys') {
		dispatch({type: 'overlay/changed', overlay: {...field, text, top: 0}});
		return;
	}
	if (field.kind === 'form') {
		dispatch({type: 'overlay/changed', overlay: {...field, text: typedInto(field, text)}});
		return;
	}
	if (field.kind === 'confirm-name') {
		const sinceMillis = context.nowMillis;
		dispatch({type: 'overlay/changed', overlay: {...field, text, sinceMillis}});
		return;
	}
	dispatch({type: 'overlay/changed', overlay: {...field, text}});
	if (field.kind === 'filter') dispatch({type: 'list/filtered', text});
	if (field.kind === 'find') findText(context, text, field.before);
	if (field.kind === 'narrow') dispatch({type: 'events/filtered', text});
	if (field.kind === 'search') seek(context, field, text);
	if (field.kind === 'pattern') {
		const patterns = text === '' ? field.others : [...field.others, parsePattern(text)];
		dispatch({type: 'logs/queried', query: {[field.sense]: patterns}});
	}
};

/** In an empty line of patterns it takes away the one before. True where it did. */
export const eraseBefore = ({dispatch}: CommandContext, field: Field): boolean => {
	if (field.kind !== 'pattern' || field.text !== '' || field.others.length === 0) return false;
	const others = field.others.slice(0, -1);
	dispatch({type: 'overlay/changed', overlay: {...field, others}});
	dispatch({type: 'logs/queried', query: {[field.sense]: others}});
	return true;
};

/** What was typed before, the newest first; behind the newest an empty line. */
export const recall = (context: CommandContext, step: 1 | -1): void => {
	const field = openField(context);
	if (field?.kind !== 'search' && field?.kind !== 'pattern' && field?.kind !== 'filter') return;
	const {logs, list} = context.state;
	const {typed} = field.kind === 'filter' ? list : logs;
	const recalled = Math.min(typed.length - 1, (field.recalled ?? -1) + step);
	const text = typed[recalled];
	if (text !== undefined) retype(context, {...field, recalled}, text);
	else if (recalled < 0) {
		const {recalled: _, ...fresh} = field;
		retype(context, fresh, '');
	}
};
