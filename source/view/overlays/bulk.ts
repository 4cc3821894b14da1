import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import type {ActionVerb} from '../../model/act/container-action.ts';
import type {BulkPlan} from '../../store/act/bulk-state.ts';
import type {Overlay} from '../../store/overlay.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {keyDoes, keyOf} from '../widgets/key-name.ts';
import {bold, clickable, plain, shorten, styled} from '../widgets/spans.ts';
import {wrapWords} from '../widgets/wrap.ts';
import {planLines, progressLine, runLines} from './bulk-rows.ts';
import {clientsLines} from './confirm-body.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, scrolled} from './overlay-spec.ts';

const widest = 104;
/** Corners, and a line and a blank on each side of the title. */
const titleEdges = 6;
/** Of the list, before what is said of it gives way. */
const leastRows = 4;

type Bulk = Extract<Overlay, {kind: 'bulk'}>;

/** All that something is to be done to, before a yes; then how far it is, and what became of each. */
export const bulkOverlay: OverlaySpec<'bulk'> = {
	place(view, overlay, screen) {
		const width = Math.min(widest, screen.columns - 2);
		return centred(screen, width, lengthOf(view, overlay, width - 2) + 2);
	},
	length: (view, width, overlay) => lengthOf(view, overlay, width),
	cutsTarget({plan}, {width, height}) {
		if (plan === undefined) return false;
		const question = questionLines(`${plan.title}?`, width - 2).length;
		return question + answerRows + 1 > height - 2;
	},
	paint(view, overlay, width, height) {
		const {symbols} = view;
		const {title, right, rows, ...parts} = partsOf(view, overlay, width - 2);
		const {kept, foot} = fitted(parts, rows.length, height - 2);
		const room = Math.max(0, height - 2 - kept.length - foot.length);
		const {body, footer} = scrolled(rows, overlay.top, room, symbols);
		return frame({
			...{width, height, footer, symbols, focused: true},
			title: [bold(title)],
			right,
			body: [...kept, ...body, ...foot],
		});
	},
};

const lengthOf = (view: View, overlay: Bulk, width: number): number => {
	const {question, head, rows, foot} = partsOf(view, overlay, width);
	return question.length + head.length + rows.length + foot.length;
};

interface Parts {
	readonly title: string;
	readonly right: Line;
	/** Whatever the height. */
	readonly question: readonly Line[];
	readonly head: readonly Line[];
	readonly rows: readonly Line[];
	readonly foot: readonly Line[];
}

/** `width`: inside the frame. */
const partsOf = (view: View, overlay: Bulk, width: number): Parts =>
	overlay.plan === undefined ? runParts(view, width) : planParts(view, overlay.plan, width);

/** What stands above the list and below it: less of it where the list would have no room. */
const fitted = (
	{question, head, foot}: Pick<Parts, 'question' | 'head' | 'foot'>,
	rows: number,
	height: number,
): {readonly kept: readonly Line[]; readonly foot: readonly Line[]} => {
	const free = height - question.length - Math.min(rows, leastRows);
	const shortFoot = free < foot.length ? foot.slice(-answerRows) : foot;
	return {
		kept: [...question, ...head.slice(0, Math.max(0, free - shortFoot.length))],
		foot: shortFoot,
	};
};

const planParts = (view: View, plan: BulkPlan, width: number): Parts => {
	const question = `${plan.title}?`;
	const asked = questionLines(question, width);
	return {
		title: asked.length === 0 ? question : question.replace(/ .*/s, '?'),
		right: [styled('muted', 'default: No')],
		question: asked,
		head: [...notesOf(view, plan, width), []],
		rows: planLines(view, plan, width),
		foot: [[], [plain(' '), ...answers(view, plan, width - 2)]],
	};
};

const runParts = (view: View, width: number): Parts => {
	const {bulk} = view.state;
	const right: Line = clickable('bulk.close', [
		styled('muted', keyDoes(view, 'bulk.close', 'closes')),
	]);
	if (bulk === undefined) {
		const text = ' nothing was done to many containers yet';
		return {
			title: 'bulk run',
			right,
			question: [],
			head: [],
			rows: [[styled('muted', text)]],
			foot: [],
		};
	}
	return {
		title: bulk.title,
		right,
		question: [progressLine(view, bulk, width)],
		head: [[]],
		rows: runLines(view, bulk, width),
		foot: [],
	};
};

/** The whole question where the edge has no room for it; a target must never be guessed. */
const questionLines = (question: string, width: number): readonly Line[] =>
	lineWidth([plain(question)]) <= width + 2 - titleEdges
		? []
		: wrapWords(question, width - 2).map((text): Line => [bold(` ${text}`)]);

const answerRows = 1;

/** What follows from it, and what cannot be told from the rows. */
const notesOf = (view: View, plan: BulkPlan, width: number): readonly Line[] => {
	const {action, rows, circle, lacksOrder, whyNoOrder, notes: said} = plan;
	const skipped = rows.filter(row => row.skipped !== undefined).length;
	const notes = [
		...said,
		rows.some(({wave}) => wave > 0) ? orderNote(action.verb) : '',
		lacksOrder ? (whyNoOrder ?? orderlessNote(view)) : '',
		circle.length === 0 ? '' : `In a circle, so in no order: ${circle.join(', ')}.`,
		skipped === 0 ? '' : `${skipped} of ${rows.length} ${skipped === 1 ? 'is' : 'are'} left out.`,
	];
	const text = notes.filter(note => note !== '').join(' ');
	return [...wrapWords(text, width - 2), ...clientsLines(view, plan, width - 2)].map(
		(part): Line => [plain(` ${part}`)],
	);
};

/** Its files tell, once somebody has looked at the project. */
const orderlessNote = (view: View): string => {
	const key = keyOf(view, 'view.compose');
	const hint = key === undefined ? '' : `; screen ${key} reads it from their files`;
	return `In no order: Compose 1 leaves no label of what depends on what${hint}.`;
};

const orderNote = (verb: ActionVerb): string =>
	verb === 'start' || verb === 'restart'
		? 'In the order of their dependencies, waiting for health where one needs it.'
		: 'In the order of their dependencies, backwards.';

/** In as many words as fit. */
const answers = (view: View, {rows, action}: BulkPlan, width: number): Line => {
	const count = rows.filter(({skipped}) => skipped === undefined).length;
	const no = clickable('bulk.close', [styled('accent', '[ No ]', {bold: true})]);
	if (count === 0) return shorten([...no, plain('   there is nothing to do')], width, '');
	const key = styled('warn', keyOf(view, 'bulk.yes') ?? '', {bold: true});
	const yes = (words: string): Line => clickable('bulk.yes', [key, plain(` ${words}`)]);
	const refusal = styled('muted', `   ${keyDoes(view, 'bulk.close', 'or Enter: No')}`);
	const lines: readonly Line[] = [
		[...no, plain('   '), ...yes(`Yes, ${action.verb} ${count}`), refusal],
		[...no, plain('   '), ...yes(`Yes, ${action.verb} ${count}`)],
		[...no, plain('  '), ...yes('Yes')],
	];
	return lines.find(line => lineWidth(line) <= width) ?? lines.at(-1) ?? [];
};
