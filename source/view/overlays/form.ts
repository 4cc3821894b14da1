import {forms} from '../../commands/act/forms.ts';
import {lineWidth} from '../../format/line.ts';
import {shellWords} from '../../format/shell-words.ts';
import type {Line} from '../../format/span.ts';
import type {FormField, OpenForm} from '../../store/act/form.ts';
import {formValues, inField} from '../../store/act/form.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {keyDoes, keyName} from '../widgets/key-name.ts';
import {bold, plain, shorten, styled} from '../widgets/spans.ts';
import {wrapWords} from '../widgets/wrap.ts';
import {lastCells} from './last-cells.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred} from './overlay-spec.ts';

const usual = 72;
const edgeCells = 2;
/** Corners, and a line and a blank on each side of the title. */
const titleEdges = 6;
const mostCommandLines = 2;

/** Fields one below the other; what is wrong with the one that is typed in, and the command that will do it. */
export const formOverlay: OverlaySpec<'form'> = {
	place(_view, {form}, screen) {
		const width = Math.max(usual, lineWidth([plain(form.title)]) + titleEdges);
		const command = forms[form.purpose].argv === undefined ? 0 : mostCommandLines;
		return centred(screen, width, form.fields.length + 2 + command + 2);
	},
	cutsTarget: ({form}, {width}) => lineWidth([plain(form.title)]) > width - titleEdges,
	hit(_view, overlay, {y}, {height}) {
		const index = firstShown(overlay, height) + y - 1;
		const {length} = overlay.form.fields;
		if (y < 1 || index >= length || y >= height - 1) return undefined;
		return {
			kind: 'dispatch',
			actions: [{type: 'overlay/changed', overlay: inField(overlay, index)}],
		};
	},
	paint(view, overlay, width, height) {
		const {form, index} = overlay;
		const {symbols} = view;
		const labels = Math.max(...form.fields.map(({label}) => lineWidth([plain(label)])));
		const start = firstShown(overlay, height);
		const fields = form.fields
			.map((field, place) =>
				fieldLine(view, place === index ? {...field, text: overlay.text} : field, {
					...{isOpen: place === index, labels, width: width - edgeCells},
				}),
			)
			.slice(start, start + Math.max(1, height - 4));
		return frame({
			...{width, height, focused: true, symbols},
			title: [bold(form.title)],
			right: [styled('muted', keyDoes(view, 'form.submit', 'goes on'))],
			body: [...fields, [], ...wordsBelow(view, overlay, width - edgeCells)],
		});
	},
};

/** So many of the fields are scrolled away that the one that is typed in shows. */
const firstShown = ({index}: OpenForm, height: number): number =>
	Math.max(0, index - Math.max(1, height - 4) + 1);

interface FieldPlace {
	readonly isOpen: boolean;
	/** Cells of the longest label. */
	readonly labels: number;
	readonly width: number;
}

const fieldLine = (
	{symbols}: View,
	{label, text, choices, isFree}: FormField,
	{isOpen, labels, width}: FieldPlace,
): Line => {
	const name = label + ' '.repeat(labels - lineWidth([plain(label)]));
	const head: Line = isOpen
		? [styled('accent', `${symbols.selected} ${name}  `, {bold: true})]
		: [plain('  '), styled('muted', `${name}  `)];
	const room = Math.max(1, width - lineWidth(head) - 1);
	const isChosen = choices !== undefined && !isFree;
	if (!isOpen) return [...head, ...shorten([plain(text)], room, symbols.ellipsis)];
	if (!isChosen) return [...head, plain(lastCells(text, room - 1)), styled('accent', '_')];
	const [left, right] = ['left', 'right'].map(chord => keyName(chord, symbols));
	return [
		...head,
		...shorten(
			[styled('info', `${left} `), bold(text), styled('info', ` ${right}`)],
			room,
			symbols.ellipsis,
		),
	];
};

/** What is wrong, else what may be entered; then the command. */
const wordsBelow = (view: View, overlay: OpenForm, width: number): readonly Line[] => {
	const {form, index} = overlay;
	const {check, argv} = forms[form.purpose];
	const values = formValues(overlay);
	const field = form.fields[index];
	const problem = check(values, form, view.state)[field?.id ?? ''];
	const words = problem ?? field?.hint ?? '';
	const first: Line = [styled(problem === undefined ? 'muted' : 'warn', ` ${words}`)];
	const command = argv?.(values, form, view.state);
	const lines = command === undefined ? [] : wrapWords(shellWords(command), width - 2);
	return [
		shorten(first, width, view.symbols.ellipsis),
		...lines.slice(0, mostCommandLines).map((text): Line => [styled('muted', ` ${text}`)]),
	];
};
