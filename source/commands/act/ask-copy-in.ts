import {sayBytes} from '../../format/bytes.ts';
import {type Caution, cautionOfWayIn} from '../../model/act/policy.ts';
import type {Container} from '../../model/container.ts';
import {qualifiedName} from '../../model/container-facts.ts';
import type {CopySurvey} from '../../model/files/copy-survey.ts';
import {folderOf, modeText, nameOf} from '../../model/files/file-entry.ts';
import {shortId} from '../../model/ids.ts';
import type {CopyInOrder} from '../../store/files/copy-order.ts';
import type {Confirm, Overlay} from '../../store/overlay.ts';
import type {State} from '../../store/state.ts';
import {describe, isProtected} from './ask-action.ts';
import {engineLine, questionOf} from './ask-way-in.ts';

/** The question before a copy: what goes where, what it replaces, whose it will be. Undefined where none is asked. */
export const copyInQuestion = (
	state: State,
	container: Container,
	order: CopyInOrder,
	survey: CopySurvey,
	nowMillis: number,
): Overlay | undefined => {
	const caution = cautionFor(state, survey);
	if (caution === 'never') return undefined;
	return questionOf(confirmOf(state, container, order, survey), {
		...{caution, expected: container.name, nowMillis},
	});
};

/** What is there is not replaced unasked, whatever is configured. */
const cautionFor = (state: State, {replaced}: CopySurvey): Caution => {
	const caution = cautionOfWayIn(state.policy, 'copyIn', {isProtected: isProtected(state)});
	return caution === 'never' && replaced !== undefined ? 'ask' : caution;
};

const confirmOf = (
	state: State,
	container: Container,
	order: CopyInOrder,
	survey: CopySurvey,
): Confirm => {
	const {from, target, replaced} = survey;
	const place = `${qualifiedName(container)}:${folderOf(target)}`;
	return {
		title: `Copy ${nameOf(target)} into ${place}?`,
		named: 1,
		lines: [
			describe(container),
			...engineLine(state),
			`${from} (${sayWhat(survey)}) becomes ${target} there.`,
			replaced === undefined
				? 'Nothing of that name is there, so nothing is overwritten.'
				: `Overwrites the ${sayReplaced(survey)} that is there; it is lost.`,
			`It will belong to root, with ${modeText(survey.mode)}${sayUser(container)}.`,
			...leftOutLine(survey),
		],
		commands: [['docker', 'cp', from, `${shortId(container.ref.id)}:${folderOf(target)}`]],
		request: {
			...{kind: 'copy-in', key: order.key, from, folder: order.folder},
			...(replaced === undefined ? {} : {mayReplace: true}),
		},
	};
};

const sayWhat = ({kind, files, bytes, isWhole}: CopySurvey): string => {
	const size = sayBytes(bytes);
	if (kind === 'file') return size;
	const count = `${files} ${files === 1 ? 'file' : 'files'}`;
	return isWhole ? `a folder of ${count}, ${size}` : `a folder of more than ${count}, ${size}`;
};

const sayReplaced = ({replaced}: CopySurvey): string =>
	replaced?.sizeBytes === undefined ? 'file' : `file of ${sayBytes(replaced.sizeBytes)}`;

const sayUser = ({details}: Container): string =>
	details?.user ? `; the container runs as ${details.user}` : '';

const leftOutLine = ({leftOut}: CopySurvey): readonly string[] =>
	leftOut === 0 ? [] : [`Not copied: ${leftOut} links, devices or odd names.`];
